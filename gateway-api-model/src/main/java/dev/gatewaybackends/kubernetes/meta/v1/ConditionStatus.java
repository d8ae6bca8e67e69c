// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a {@link Condition} holds. Mirrors {@code metav1.ConditionStatus}. */
public enum ConditionStatus {
    /** It holds. */
    TRUE("True"),
    /** It does not hold. */
    FALSE("False"),
    /** The controller does not know. */
    UNKNOWN("Unknown");

    private final String literal;

    ConditionStatus(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
