// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the service and the method of a call are compared. Mirrors {@code GRPCMethodMatchType}. */
public enum GrpcMethodMatchType {
    /** The whole names, character by character. */
    EXACT("Exact"),
    /** Expressions in the syntax of the implementation. */
    REGULAR_EXPRESSION("RegularExpression");

    private final String literal;

    GrpcMethodMatchType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
