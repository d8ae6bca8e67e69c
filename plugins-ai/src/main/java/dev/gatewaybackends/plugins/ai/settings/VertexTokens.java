// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

/** Where the tokens of Vertex AI come from. */
public enum VertexTokens {
    /** From the Backend. */
    BACKEND,
    /** From the metadata server of the proxy's machine, unless the Backend passes the client's through. */
    METADATA_SERVER
}
