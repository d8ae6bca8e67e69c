// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;

/** The method of an HTTP request, or any. Mirrors {@code HTTPMethodWithWildcard}. */
public enum HttpMethodWithWildcard {
    /** {@link HttpMethod#GET}. */
    GET("GET"),
    /** {@link HttpMethod#HEAD}. */
    HEAD("HEAD"),
    /** {@link HttpMethod#POST}. */
    POST("POST"),
    /** {@link HttpMethod#PUT}. */
    PUT("PUT"),
    /** {@link HttpMethod#DELETE}. */
    DELETE("DELETE"),
    /** {@link HttpMethod#CONNECT}. */
    CONNECT("CONNECT"),
    /** {@link HttpMethod#OPTIONS}. */
    OPTIONS("OPTIONS"),
    /** {@link HttpMethod#TRACE}. */
    TRACE("TRACE"),
    /** {@link HttpMethod#PATCH}. */
    PATCH("PATCH"),
    /** Any method. */
    ANY("*");

    private final String literal;

    HttpMethodWithWildcard(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
