// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.status;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions as translation computes them: within the limits of {@code metav1.Condition}, and without a time. */
public final class Conditions {
    /** The type of the condition that says whether a Backend, a route or a policy is used at all. */
    public static final String ACCEPTED = "Accepted";
    /** The type of the condition that says whether all references of a resource lead somewhere. */
    public static final String RESOLVED_REFS = "ResolvedRefs";

    /** The longest message the API server stores, in code points. */
    static final int MAX_MESSAGE = 32_768;

    private static final String CUT = "...";

    private Conditions() {}

    /**
     * Returns a condition. A message that is too long is cut and ends with three dots.
     *
     * @param generation the generation of the object; null if it has none
     */
    public static Condition of(
            String type, ConditionStatus status, String reason, String message, @Nullable Long generation) {
        ConditionBuilder condition = ConditionBuilder.builder()
                .type(type)
                .status(status)
                .reason(reason)
                .message(limited(message));
        if (generation != null) {
            condition.observedGeneration(generation);
        }
        return condition.build();
    }

    /** Returns the same conditions as observed for a generation; if it is null, as they are. */
    public static List<Condition> observed(List<Condition> conditions, @Nullable Long generation) {
        return generation == null
                ? List.copyOf(conditions)
                : conditions.stream()
                        .map(condition -> ConditionBuilder.builder(condition)
                                .observedGeneration(generation)
                                .build())
                        .toList();
    }

    private static String limited(String message) {
        if (message.codePointCount(0, message.length()) <= MAX_MESSAGE) {
            return message;
        }
        return message.substring(0, message.offsetByCodePoints(0, MAX_MESSAGE - CUT.length())) + CUT;
    }
}
