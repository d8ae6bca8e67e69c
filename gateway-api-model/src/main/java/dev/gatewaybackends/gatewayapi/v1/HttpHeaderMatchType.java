// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the value of a header is compared. Mirrors {@code HeaderMatchType}. */
public enum HttpHeaderMatchType {
    /** The value is equal. */
    EXACT("Exact"),
    /** The value matches an expression in the syntax of the implementation. */
    REGULAR_EXPRESSION("RegularExpression");

    private final String literal;

    HttpHeaderMatchType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
