// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two places of a provider have in common, in the spelling of kgateway 2.1. */
public sealed interface ProviderEntry permits LlmProvider, NamedLlmProvider {
    /** Returns the OpenAI settings; null for another provider. */
    @Nullable
    public OpenAiConfig openai();

    /** Returns the Azure OpenAI settings; null for another provider. */
    @Nullable
    public AzureOpenAiConfig azureopenai();

    /** Returns the Anthropic settings; null for another provider. */
    @Nullable
    public AnthropicConfig anthropic();

    /** Returns the Gemini settings; null for another provider. */
    @Nullable
    public GeminiConfig gemini();

    /** Returns the Vertex AI settings; null for another provider. */
    @Nullable
    public VertexAiConfig vertexai();

    /** Returns the Bedrock settings; null for another provider. */
    @Nullable
    public BedrockConfig bedrock();

    /** Returns the host to call instead of the provider's own. */
    @Nullable
    public String host();

    /** Returns the port to call instead of 443. */
    @Nullable
    public Integer port();

    /** Returns the path to call instead of the provider's own. */
    @Nullable
    public PathOverride path();

    /** Returns how the token is sent instead of the provider's own way. */
    @Nullable
    public AuthHeader authHeader();

    /** Returns the settings of all providers that are set; one where the entry is valid. */
    default List<LlmConfig> configs() {
        return LlmConfig.present(openai(), azureopenai(), anthropic(), gemini(), vertexai(), bedrock());
    }
}
