// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionBuilder;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The conditions of Backends. */
final class BackendStatuses {
    private static final String ACCEPTED = "Accepted";
    private static final int MAX_MESSAGE = 32_768;

    private BackendStatuses() {}

    static BackendStatus of(
            Backend backend, List<Condition> ofType, List<Diagnostic> errors, TranslationSettings settings) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(accepted(errors, settings));
        conditions.addAll(ofType);
        Long generation = backend.metadata().generation();
        if (generation != null) {
            conditions.replaceAll(condition -> ConditionBuilder.builder(condition)
                    .observedGeneration(generation)
                    .build());
        }
        return new BackendStatus(conditions);
    }

    private static Condition accepted(List<Diagnostic> errors, TranslationSettings settings) {
        ConditionBuilder condition = ConditionBuilder.builder().type(ACCEPTED);
        if (errors.isEmpty()) {
            condition.status(ConditionStatus.TRUE).reason(ACCEPTED).message("Backend accepted");
        } else {
            boolean plain = settings.get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN;
            String texts = errors.stream()
                    .map(error -> '"'
                            + (plain && !error.path().toString().isEmpty() ? error.path() + ": " : "")
                            + error.message()
                            + '"')
                    .collect(Collectors.joining(" "));
            String message = errors.size() == 1
                    ? "Backend error: " + texts
                    : "Backend has " + errors.size() + " errors: " + texts;
            condition
                    .status(ConditionStatus.FALSE)
                    .reason("Invalid")
                    .message(message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE));
        }
        return condition.build();
    }
}
