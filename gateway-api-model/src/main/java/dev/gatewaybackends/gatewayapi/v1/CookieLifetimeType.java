// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** How long a client keeps a session cookie. Mirrors {@code CookieLifetimeType}. */
public enum CookieLifetimeType {
    /** Until the absolute timeout. */
    PERMANENT("Permanent"),
    /** Until the client ends its session. */
    SESSION("Session");

    private final String literal;

    CookieLifetimeType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
