// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a gRPC header is compared. Mirrors {@code GRPCHeaderMatchType}. */
public enum GrpcHeaderMatchType {
    /** The whole value, character by character. */
    EXACT("Exact"),
    /** An expression in the syntax of the implementation. */
    REGULAR_EXPRESSION("RegularExpression");

    private final String literal;

    GrpcHeaderMatchType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
