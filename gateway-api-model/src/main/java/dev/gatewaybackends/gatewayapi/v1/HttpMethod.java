// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

/** The method of an HTTP request. Mirrors {@code HTTPMethod}. */
public enum HttpMethod {
    /** Reads a resource. */
    GET,
    /** Reads the headers of a resource. */
    HEAD,
    /** Has a resource process the request. */
    POST,
    /** Replaces a resource. */
    PUT,
    /** Removes a resource. */
    DELETE,
    /** Opens a tunnel. */
    CONNECT,
    /** Asks what can be done with a resource. */
    OPTIONS,
    /** Sends the request back. */
    TRACE,
    /** Changes a resource in part. */
    PATCH
}
