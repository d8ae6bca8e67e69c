// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

/** Whether a client waits for its function. Mirrors {@code spec.aws.lambda.invocationMode}. */
public enum InvocationMode {
    /** The client gets the function's reply. */
    SYNC("Sync"),
    /** The client gets an answer as soon as the event is queued. */
    ASYNC("Async");

    private final String literal;

    InvocationMode(String literal) {
        this.literal = literal;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
