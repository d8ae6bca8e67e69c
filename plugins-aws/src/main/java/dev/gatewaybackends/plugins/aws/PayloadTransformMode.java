// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

/** What a function gets of a request. Mirrors {@code spec.aws.lambda.payloadTransformMode}. */
public enum PayloadTransformMode {
    /** The body as it was sent. */
    NONE("None"),
    /** A JSON object that Envoy makes of method, path, headers and body; it reads the reply in the same way. */
    ENVOY("Envoy");

    private final String literal;

    PayloadTransformMode(String literal) {
        this.literal = literal;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
