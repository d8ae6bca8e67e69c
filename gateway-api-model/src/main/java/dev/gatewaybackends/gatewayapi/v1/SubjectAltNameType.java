// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which name a {@link SubjectAltName} holds. Mirrors {@code SubjectAltNameType}. */
public enum SubjectAltNameType {
    /** A DNS name. */
    HOSTNAME("Hostname"),
    /** A URI. */
    URI("URI");

    private final String literal;

    SubjectAltNameType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
