// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * A requirement for one label. Mirrors {@code metav1.LabelSelectorRequirement}.
 *
 * @param key the key of the label
 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}; the schema accepts any text
 * @param values the values that {@code In} and {@code NotIn} compare with
 */
@ModelType
public record LabelSelectorRequirement(
        @NotNull String key, @NotNull String operator, List<@NotNull String> values) {

    /** Copies the list; null becomes empty. */
    public LabelSelectorRequirement {
        values = Copies.list(values);
    }
}
