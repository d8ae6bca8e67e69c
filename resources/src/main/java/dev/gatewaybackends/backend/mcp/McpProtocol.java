// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

/** What a server speaks. Mirrors {@code spec.mcp.targets[].static.protocol}. */
public enum McpProtocol {
    /** Streamable HTTP. */
    STREAMABLE_HTTP("StreamableHTTP"),
    /** Server-sent events. */
    SSE("SSE");

    private final String literal;

    McpProtocol(String literal) {
        this.literal = literal;
    }

    /** Returns the literal of the CRD. */
    @Override
    public String toString() {
        return literal;
    }
}
