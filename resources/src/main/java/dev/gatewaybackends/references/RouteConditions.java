// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.status.Conditions;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of a route that follow from its references. */
final class RouteConditions {
    private RouteConditions() {}

    static Condition accepted(@Nullable Long generation, RouteAcceptance acceptance) {
        return Conditions.of(
                Conditions.ACCEPTED,
                acceptance == RouteAcceptance.ACCEPTED ? ConditionStatus.TRUE : ConditionStatus.FALSE,
                acceptance.reason(),
                acceptance.message(),
                generation);
    }

    static Condition resolvedRefs(
            @Nullable Long generation, List<ResolvedBackendRef> failed, TranslationSettings settings) {
        if (failed.isEmpty()) {
            return Conditions.of(
                    Conditions.RESOLVED_REFS,
                    ConditionStatus.TRUE,
                    Conditions.RESOLVED_REFS,
                    "Successfully resolved all references",
                    generation);
        }
        boolean last = settings.get(CoreSettings.LAST_FAILURE_WINS);
        ResolvedBackendRef telling = failed.get(last ? failed.size() - 1 : 0);
        String message = last
                ? String.valueOf(telling.failure())
                : failed.stream().map(ref -> ref.path() + ": " + ref.failure()).collect(Collectors.joining("; "));
        return Conditions.of(
                Conditions.RESOLVED_REFS,
                ConditionStatus.FALSE,
                telling.outcome().toString(),
                message,
                generation);
    }
}
