// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which payload a {@link GrpcRouteFilter} has. Mirrors {@code GRPCRouteFilterType}. */
public enum GrpcRouteFilterType {
    /** Changes response headers. */
    RESPONSE_HEADER_MODIFIER("ResponseHeaderModifier"),
    /** Changes request headers. */
    REQUEST_HEADER_MODIFIER("RequestHeaderModifier"),
    /** Sends copies of requests elsewhere. */
    REQUEST_MIRROR("RequestMirror"),
    /** A filter of the implementation. */
    EXTENSION_REF("ExtensionRef");

    private final String literal;

    GrpcRouteFilterType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
