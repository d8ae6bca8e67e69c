// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/**
 * A condition on labels, as Kubernetes' {@code LabelSelector} has it.
 *
 * @param matchLabels labels with their values
 * @param matchExpressions conditions on single labels
 */
@ModelType
public record McpLabels(Map<String, String> matchLabels, List<@NotNull @Valid Expression> matchExpressions) {
    /** Copies the collections; null becomes empty. */
    public McpLabels {
        matchLabels = Copies.map(matchLabels);
        matchExpressions = Copies.list(matchExpressions);
    }

    /**
     * A condition on one label.
     *
     * @param key the label
     * @param operator how it compares
     * @param values what it is compared with
     */
    public record Expression(@NotNull String key, @NotNull String operator, List<String> values) {
        /** Copies the values; null becomes empty. */
        public Expression {
            values = Copies.list(values);
        }
    }
}
