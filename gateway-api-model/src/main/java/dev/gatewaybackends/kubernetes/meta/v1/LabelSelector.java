// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;

/**
 * Selects objects by their labels; all requirements must hold. Mirrors {@code metav1.LabelSelector}.
 *
 * @param matchLabels labels that an object must have with these values
 * @param matchExpressions further requirements
 */
@ModelType
public record LabelSelector(
        Map<String, String> matchLabels, List<@NotNull @Valid LabelSelectorRequirement> matchExpressions) {

    /** Copies the collections; null becomes empty. */
    public LabelSelector {
        matchLabels = Copies.map(matchLabels);
        matchExpressions = Copies.list(matchExpressions);
    }
}
