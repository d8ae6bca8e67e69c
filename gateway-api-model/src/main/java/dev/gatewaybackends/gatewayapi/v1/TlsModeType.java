// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a listener does with TLS. Mirrors {@code TLSModeType}. */
public enum TlsModeType {
    /** It terminates TLS. */
    TERMINATE("Terminate"),
    /** It passes TLS on to the backend. */
    PASSTHROUGH("Passthrough");

    private final String literal;

    TlsModeType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
