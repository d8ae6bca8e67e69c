// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** From which namespaces routes may attach. Mirrors {@code FromNamespaces} as used for routes. */
public enum FromNamespaces {
    /** From every namespace. */
    ALL("All"),
    /** From the namespaces that a selector picks. */
    SELECTOR("Selector"),
    /** From the namespace of the Gateway. */
    SAME("Same");

    private final String literal;

    FromNamespaces(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
