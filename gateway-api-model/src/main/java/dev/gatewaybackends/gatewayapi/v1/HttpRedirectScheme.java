// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** The scheme of a redirect. Mirrors the values of {@code HTTPRequestRedirectFilter.scheme}. */
public enum HttpRedirectScheme {
    /** Plain HTTP. */
    HTTP("http"),
    /** HTTP over TLS. */
    HTTPS("https");

    private final String literal;

    HttpRedirectScheme(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
