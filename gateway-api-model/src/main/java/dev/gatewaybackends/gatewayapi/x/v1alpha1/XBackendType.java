// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import com.fasterxml.jackson.annotation.JsonValue;

/** The type of the destination of an {@link XBackend}. Mirrors {@code BackendType}. */
public enum XBackendType {
    /** A host outside the cluster. */
    EXTERNAL_HOSTNAME("ExternalHostname");

    private final String literal;

    XBackendType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
