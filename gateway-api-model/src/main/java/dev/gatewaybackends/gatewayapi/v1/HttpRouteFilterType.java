// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatewaybackends.model.Experimental;

/** Which payload an {@link HttpRouteFilter} has. Mirrors {@code HTTPRouteFilterType}. */
public enum HttpRouteFilterType {
    /** Changes request headers. */
    REQUEST_HEADER_MODIFIER("RequestHeaderModifier"),
    /** Changes response headers. */
    RESPONSE_HEADER_MODIFIER("ResponseHeaderModifier"),
    /** Sends copies of requests elsewhere. */
    REQUEST_MIRROR("RequestMirror"),
    /** Answers with a redirect. */
    REQUEST_REDIRECT("RequestRedirect"),
    /** Changes host or path before a request is forwarded. */
    URL_REWRITE("URLRewrite"),
    /** A filter of the implementation. */
    EXTENSION_REF("ExtensionRef"),
    /** Cross-origin resource sharing. */
    CORS("CORS"),
    /** Calls an authorization service, which allows or denies a request. */
    @Experimental
    EXTERNAL_AUTH("ExternalAuth");

    private final String literal;

    HttpRouteFilterType(String literal) {
        this.literal = literal;
    }

    /** Returns the JSON literal. */
    @JsonValue
    @Override
    public String toString() {
        return literal;
    }
}
