// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The union members of {@code Backend.spec} in kgateway's schemas: the literal of {@code type} that means each, the versions
 * that have it, and the module of this project that brings its plugin.
 *
 * <p>The member list is part of an API server message, so its order is the schema's.
 */
public final class BackendUnion {
    private static final Map<String, Member> MEMBERS = new LinkedHashMap<>();

    static {
        add("ai", "AI", KgatewayVersion.V2_0, KgatewayVersion.V2_1, "gateway-backends-plugins-ai");
        add("aws", "AWS", KgatewayVersion.V2_0, KgatewayVersion.MAIN, "gateway-backends-plugins-aws");
        add("static", "Static", KgatewayVersion.V2_0, KgatewayVersion.MAIN, "gateway-backends-plugins-static");
        add(
                "dynamicForwardProxy",
                "DynamicForwardProxy",
                KgatewayVersion.V2_1,
                KgatewayVersion.MAIN,
                "gateway-backends-plugins-dfp");
        add("mcp", "MCP", KgatewayVersion.V2_1, KgatewayVersion.V2_1, null);
        add("gcp", "GCP", KgatewayVersion.V2_3, KgatewayVersion.MAIN, "gateway-backends-plugins-gcp");
        add(
                "priorityGroups",
                "PriorityGroups",
                KgatewayVersion.V2_4,
                KgatewayVersion.MAIN,
                "gateway-backends-plugins-static");
    }

    private record Member(
            String type,
            KgatewayVersion from,
            KgatewayVersion to,
            @Nullable String module) {}

    private BackendUnion() {}

    private static void add(
            String member, String type, KgatewayVersion from, KgatewayVersion to, @Nullable String module) {
        MEMBERS.put(member, new Member(type, from, to, module));
    }

    /** Returns the members of the schema of a version. */
    public static List<String> members(KgatewayVersion version) {
        return MEMBERS.entrySet().stream()
                .filter(member -> version.isAtLeast(member.getValue().from())
                        && member.getValue().to().isAtLeast(version))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the members of any version. */
    public static List<String> allMembers() {
        return List.copyOf(MEMBERS.keySet());
    }

    /** Returns the literal of {@code type} that means a member of a kgateway schema. */
    public static String type(String member) {
        Member known = MEMBERS.get(member);
        return known == null ? member : known.type();
    }

    /** Returns the artifact of this project that brings the plugin of a member; null if none does. */
    public static @Nullable String module(String member) {
        Member known = MEMBERS.get(member);
        return known == null ? null : known.module();
    }
}
