// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import java.util.List;
import java.util.Map;

/**
 * The union members of {@code Backend.spec} and the literals of its {@code type}, as each kgateway schema lists them.
 *
 * <p>The member list is part of an API server message, so its order is the schema's.
 */
public final class BackendUnion {
    private static final List<String> MEMBERS_2_0 = List.of("ai", "aws", "static");
    private static final List<String> MEMBERS_2_1 = List.of("ai", "aws", "static", "dynamicForwardProxy", "mcp");
    private static final List<String> MEMBERS_2_2 = List.of("aws", "static", "dynamicForwardProxy");
    private static final List<String> MEMBERS_2_3 = List.of("aws", "static", "dynamicForwardProxy", "gcp");
    private static final List<String> MEMBERS_2_4 =
            List.of("aws", "static", "dynamicForwardProxy", "gcp", "priorityGroups");
    private static final Map<String, String> TYPES = Map.of(
            "ai", "AI",
            "aws", "AWS",
            "static", "Static",
            "dynamicForwardProxy", "DynamicForwardProxy",
            "mcp", "MCP",
            "gcp", "GCP",
            "priorityGroups", "PriorityGroups");

    private BackendUnion() {}

    /** Returns the members of the schema of a version. */
    public static List<String> members(KgatewayVersion version) {
        return switch (version) {
            case V2_0 -> MEMBERS_2_0;
            case V2_1 -> MEMBERS_2_1;
            case V2_2 -> MEMBERS_2_2;
            case V2_3 -> MEMBERS_2_3;
            case V2_4, MAIN -> MEMBERS_2_4;
        };
    }

    /** Returns the members of any version. */
    public static List<String> allMembers() {
        return List.of("ai", "aws", "static", "dynamicForwardProxy", "mcp", "gcp", "priorityGroups");
    }

    /** Returns the literal of {@code type} that means a member of a kgateway schema. */
    public static String type(String member) {
        return TYPES.getOrDefault(member, member);
    }
}
