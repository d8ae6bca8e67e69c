// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

/** The protocol of an {@link XBackend}. Mirrors {@code BackendProtocol}. */
public enum XBackendProtocol {
    /** Plain TCP. */
    TCP,
    /** HTTP of any version. */
    HTTP,
    /** HTTP/2. */
    HTTP2,
    /** HTTP/1.1. */
    HTTP11,
    /** HTTP/2 without TLS. */
    H2C,
    /** The Model Context Protocol. */
    MCP
}
