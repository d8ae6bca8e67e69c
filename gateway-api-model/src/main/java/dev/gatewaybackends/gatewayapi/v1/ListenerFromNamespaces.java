// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** From which namespaces ListenerSets may attach. Mirrors {@code FromNamespaces} as used for listeners. */
public enum ListenerFromNamespaces {
    /** From every namespace. */
    ALL("All"),
    /** From the namespaces that a selector picks. */
    SELECTOR("Selector"),
    /** From the namespace of the Gateway. */
    SAME("Same"),
    /** From no namespace. */
    NONE("None");

    private final String literal;

    ListenerFromNamespaces(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
