// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.status.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of Backends. */
final class BackendStatuses {
    private BackendStatuses() {}

    static BackendStatus of(
            @Nullable Long generation, List<Condition> ofType, List<Diagnostic> errors, TranslationSettings settings) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(accepted(errors, settings, generation));
        conditions.addAll(Conditions.observed(ofType, generation));
        return new BackendStatus(conditions);
    }

    private static Condition accepted(
            List<Diagnostic> errors, TranslationSettings settings, @Nullable Long generation) {
        if (errors.isEmpty()) {
            return Conditions.of(
                    Conditions.ACCEPTED, ConditionStatus.TRUE, Conditions.ACCEPTED, "Backend accepted", generation);
        }
        boolean plain = settings.get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN;
        String texts = errors.stream()
                .map(error -> '"'
                        + (plain && !error.path().toString().isEmpty() ? error.path() + ": " : "")
                        + error.message()
                        + '"')
                .collect(Collectors.joining(" "));
        String message =
                errors.size() == 1 ? "Backend error: " + texts : "Backend has " + errors.size() + " errors: " + texts;
        return Conditions.of(Conditions.ACCEPTED, ConditionStatus.FALSE, "Invalid", message, generation);
    }
}
