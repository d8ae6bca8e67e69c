// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which default Gateways a route attaches to. Mirrors {@code GatewayDefaultScope}. */
public enum GatewayDefaultScope {
    /** Every default Gateway. */
    ALL("All"),
    /** No default Gateway. */
    NONE("None");

    private final String literal;

    GatewayDefaultScope(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
