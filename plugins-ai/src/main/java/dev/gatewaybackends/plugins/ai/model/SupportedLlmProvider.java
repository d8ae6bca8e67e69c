// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider of an entry, exactly one of the components. Mirrors {@code provider} of kgateway 2.0.
 *
 * @param openai the OpenAI settings
 * @param azureopenai the Azure OpenAI settings
 * @param anthropic the Anthropic settings
 * @param gemini the Gemini settings
 * @param vertexai the Vertex AI settings
 * @param bedrock the Bedrock settings
 */
@ModelType
@Rule(check = AiRules.SomeProvider.class, message = AiRules.SomeProvider.MESSAGE, groups = KgatewayVersion.Crd2_0.class)
@Rule(
        check = AiRules.NoSecondProvider.class,
        message = AiRules.NoSecondProvider.MESSAGE,
        groups = KgatewayVersion.Crd2_0.class)
public record SupportedLlmProvider(
        @Valid @Nullable OpenAiConfig openai,
        @Valid @Nullable AzureOpenAiConfig azureopenai,
        @Valid @Nullable AnthropicConfig anthropic,
        @Valid @Nullable GeminiConfig gemini,
        @Valid @Nullable VertexAiConfig vertexai,
        // No release has it in this place: the first version is after the last one.
        @ExistsIn(from = KgatewayVersion.V2_1, to = KgatewayVersion.V2_0) @Valid @Nullable
        BedrockConfig bedrock) {
    /** Returns the settings of all providers that are set. */
    public List<LlmConfig> configs() {
        return LlmConfig.present(openai, azureopenai, anthropic, gemini, vertexai, bedrock);
    }
}
