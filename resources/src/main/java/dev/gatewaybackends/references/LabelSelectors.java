// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.kubernetes.meta.v1.LabelSelector;
import dev.gatewaybackends.kubernetes.meta.v1.LabelSelectorRequirement;
import java.util.Map;

/** Which labels a selector picks. Mirrors {@code metav1.LabelSelectorAsSelector}. */
final class LabelSelectors {
    private LabelSelectors() {}

    /** Returns whether all requirements hold; an empty selector picks everything. */
    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        return selector.matchLabels().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())))
                && selector.matchExpressions().stream().allMatch(requirement -> holds(requirement, labels));
    }

    private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.key());
        return switch (requirement.operator()) {
            case "In" -> value != null && requirement.values().contains(value);
            case "NotIn" -> value == null || !requirement.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            // No such operator exists; a selector that cannot be read picks nothing.
            default -> false;
        };
    }
}
