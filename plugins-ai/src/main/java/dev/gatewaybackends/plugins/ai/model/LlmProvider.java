// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One provider. Mirrors {@code spec.ai.llm}, and in kgateway 2.0 {@code spec.ai.multipool.priorities[].pool[]}.
 *
 * @param provider the provider, as kgateway 2.0 spells it
 * @param hostOverride host and port, as kgateway 2.0 spells them
 * @param pathOverride the path, as kgateway between 2.0 and 2.1 spelled it
 * @param authHeaderOverride how the token is sent, as kgateway between 2.0 and 2.1 spelled it
 * @param openai the OpenAI settings
 * @param azureopenai the Azure OpenAI settings
 * @param anthropic the Anthropic settings
 * @param gemini the Gemini settings
 * @param vertexai the Vertex AI settings
 * @param bedrock the Bedrock settings
 * @param host the host to call instead of the provider's own; needs {@code port}
 * @param port the port to call instead of 443; needs {@code host}
 * @param path the path to call instead of the provider's own
 * @param authHeader how the token is sent instead of the provider's own way
 */
@ModelType
@Rule(check = AiRules.OneProvider.class, message = AiRules.OneProvider.MESSAGE, groups = KgatewayVersion.Crd2_1.class)
@Rule(check = AiRules.HostAndPort.class, message = AiRules.HostAndPort.MESSAGE, groups = KgatewayVersion.Crd2_1.class)
@SuppressWarnings("MultipleNullnessAnnotations") // In 2.0 the provider is required, in 2.1 it does not exist.
public record LlmProvider(
        @ExistsIn(to = KgatewayVersion.V2_0) @NotNull(groups = KgatewayVersion.Crd2_0.class) @Valid @Nullable
        SupportedLlmProvider provider,

        @ExistsIn(to = KgatewayVersion.V2_0) @Valid @Nullable
        HostOverride hostOverride,
        // No release has these two: the first version is after the last one.
        @ExistsIn(from = KgatewayVersion.V2_1, to = KgatewayVersion.V2_0) @Valid @Nullable
        PathOverride pathOverride,

        @ExistsIn(from = KgatewayVersion.V2_1, to = KgatewayVersion.V2_0) @Valid @Nullable
        AuthHeader authHeaderOverride,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        OpenAiConfig openai,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        AzureOpenAiConfig azureopenai,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        AnthropicConfig anthropic,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        GeminiConfig gemini,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        VertexAiConfig vertexai,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        BedrockConfig bedrock,

        @ExistsIn(from = KgatewayVersion.V2_1) @Chars(min = 1) @Nullable
        String host,

        @ExistsIn(from = KgatewayVersion.V2_1) @Nullable Integer port,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        PathOverride path,

        @ExistsIn(from = KgatewayVersion.V2_1) @Valid @Nullable
        AuthHeader authHeader)
        implements ProviderEntry {
    /** Returns a provider that is called where and how its makers say. */
    public static LlmProvider of(LlmConfig config) {
        return LlmProviderBuilder.builder()
                .openai(config instanceof OpenAiConfig openai ? openai : null)
                .azureopenai(config instanceof AzureOpenAiConfig azure ? azure : null)
                .anthropic(config instanceof AnthropicConfig anthropic ? anthropic : null)
                .gemini(config instanceof GeminiConfig gemini ? gemini : null)
                .vertexai(config instanceof VertexAiConfig vertex ? vertex : null)
                .bedrock(config instanceof BedrockConfig bedrock ? bedrock : null)
                .build();
    }
}
