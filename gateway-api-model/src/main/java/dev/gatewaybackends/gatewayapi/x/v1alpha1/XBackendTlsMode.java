// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which side of a connection presents a certificate. Mirrors {@code BackendTLSMode}. */
public enum XBackendTlsMode {
    /** Neither side: there is no TLS. */
    NONE("None"),
    /** The server. */
    SERVER_ONLY("ServerOnly"),
    /** The server and the client. */
    CLIENT_AND_SERVER("ClientAndServer");

    private final String literal;

    XBackendTlsMode(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
