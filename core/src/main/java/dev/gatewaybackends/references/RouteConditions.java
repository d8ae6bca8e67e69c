// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of a route that follow from its references. */
final class RouteConditions {
    private static final String RESOLVED_REFS = "ResolvedRefs";
    private static final int MAX_MESSAGE = 32_768;

    private RouteConditions() {}

    static Condition resolvedRefs(
            @Nullable Long generation, List<ResolvedBackendRef> failed, TranslationSettings settings) {
        ConditionBuilder condition = ConditionBuilder.builder().type(RESOLVED_REFS);
        if (generation != null) {
            condition.observedGeneration(generation);
        }
        if (failed.isEmpty()) {
            return condition
                    .status(ConditionStatus.TRUE)
                    .reason(RESOLVED_REFS)
                    .message("Successfully resolved all references")
                    .build();
        }
        boolean last = settings.get(CoreSettings.LAST_FAILURE_WINS);
        ResolvedBackendRef telling = failed.get(last ? failed.size() - 1 : 0);
        String message = last
                ? String.valueOf(telling.failure())
                : failed.stream().map(ref -> ref.path() + ": " + ref.failure()).collect(Collectors.joining("; "));
        return condition
                .status(ConditionStatus.FALSE)
                .reason(telling.outcome().toString())
                .message(message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 3) + "...")
                .build();
    }
}
