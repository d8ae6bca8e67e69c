// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the path of a request is compared. Mirrors {@code PathMatchType}. */
public enum HttpPathMatchType {
    /** The whole path is equal; case matters. */
    EXACT("Exact"),
    /** The path starts with the same path elements. */
    PATH_PREFIX("PathPrefix"),
    /** The path matches an expression in the syntax of the implementation. */
    REGULAR_EXPRESSION("RegularExpression");

    private final String literal;

    HttpPathMatchType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
