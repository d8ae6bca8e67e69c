// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two places of a provider have in common, in the spelling of kgateway 2.1. */
public sealed interface ProviderEntry permits LlmProvider, NamedLlmProvider {
    /** Returns the OpenAI settings; null for another provider. */
    @Nullable
    OpenAiConfig openai();

    /** Returns the Azure OpenAI settings; null for another provider. */
    @Nullable
    AzureOpenAiConfig azureopenai();

    /** Returns the Anthropic settings; null for another provider. */
    @Nullable
    AnthropicConfig anthropic();

    /** Returns the Gemini settings; null for another provider. */
    @Nullable
    GeminiConfig gemini();

    /** Returns the Vertex AI settings; null for another provider. */
    @Nullable
    VertexAiConfig vertexai();

    /** Returns the Bedrock settings; null for another provider. */
    @Nullable
    BedrockConfig bedrock();

    /** Returns the host to call instead of the provider's own. */
    @Nullable
    String host();

    /** Returns the port to call instead of 443. */
    @Nullable
    Integer port();

    /** Returns the path to call instead of the provider's own. */
    @Nullable
    PathOverride path();

    /** Returns how the token is sent instead of the provider's own way. */
    @Nullable
    AuthHeader authHeader();

    /** Returns the settings of all providers that are set; one where the entry is valid. */
    default List<LlmConfig> configs() {
        return LlmConfig.present(openai(), azureopenai(), anthropic(), gemini(), vertexai(), bedrock());
    }
}
