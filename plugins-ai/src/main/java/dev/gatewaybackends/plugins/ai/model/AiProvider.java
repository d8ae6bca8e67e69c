// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

/** The LLM providers. */
public enum AiProvider {
    /** OpenAI, and everything that speaks its API. */
    OPENAI("openai", "openai"),
    /** Azure OpenAI. */
    AZURE_OPENAI("azureopenai", "azure_openai"),
    /** Anthropic. */
    ANTHROPIC("anthropic", "anthropic"),
    /** Google Gemini. */
    GEMINI("gemini", "gemini"),
    /** Google Vertex AI. */
    VERTEX_AI("vertexai", "vertex-ai"),
    /** AWS Bedrock. */
    BEDROCK("bedrock", "bedrock");

    private final String member;
    private final String kgatewayName;

    AiProvider(String member, String kgatewayName) {
        this.member = member;
        this.kgatewayName = kgatewayName;
    }

    /** Returns the name in kgateway's messages. */
    public String kgatewayName() {
        return kgatewayName;
    }

    /** Returns the name of the union member that selects it. */
    @Override
    public String toString() {
        return member;
    }
}
