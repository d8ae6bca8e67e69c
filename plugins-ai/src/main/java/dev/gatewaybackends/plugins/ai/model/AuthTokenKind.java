// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

/** Where a token comes from. Mirrors {@code authToken.kind}. */
public enum AuthTokenKind {
    /** From the Backend itself. */
    INLINE("Inline"),
    /** From a Secret. */
    SECRET_REF("SecretRef"),
    /** From the client, with each request. */
    PASSTHROUGH("Passthrough");

    private final String literal;

    AuthTokenKind(String literal) {
        this.literal = literal;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
