// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import org.jspecify.annotations.Nullable;

/** The settings of one provider. */
public sealed interface LlmConfig
        permits OpenAiConfig, AzureOpenAiConfig, AnthropicConfig, GeminiConfig, VertexAiConfig, BedrockConfig {
    /** Returns which provider it is. */
    AiProvider provider();

    /** Returns the token; null for Bedrock, which has none. */
    @Nullable
    SingleAuthToken authToken();

    /** Returns the model; null where the request names it. */
    @Nullable
    String model();
}
