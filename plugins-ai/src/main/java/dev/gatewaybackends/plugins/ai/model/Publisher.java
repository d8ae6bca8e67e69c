// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

/** Who makes a model of Vertex AI. Mirrors {@code vertexai.publisher}. */
public enum Publisher {
    /** Google. */
    GOOGLE
}
