// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether clients without a valid certificate are accepted. Mirrors {@code FrontendValidationModeType}. */
public enum FrontendValidationModeType {
    /** They are refused. */
    ALLOW_VALID_ONLY("AllowValidOnly"),
    /** They are accepted. */
    ALLOW_INSECURE_FALLBACK("AllowInsecureFallback");

    private final String literal;

    FrontendValidationModeType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
