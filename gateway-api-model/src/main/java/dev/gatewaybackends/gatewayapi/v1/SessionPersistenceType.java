// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** What carries the identity of a session. Mirrors {@code SessionPersistenceType}. */
public enum SessionPersistenceType {
    /** A cookie. */
    COOKIE("Cookie"),
    /** A header. */
    HEADER("Header");

    private final String literal;

    SessionPersistenceType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
