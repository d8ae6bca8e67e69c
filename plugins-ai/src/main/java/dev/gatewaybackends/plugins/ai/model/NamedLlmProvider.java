// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A provider in a group. Mirrors {@code spec.ai.priorityGroups[].providers[]}.
 *
 * @param name the name, once in its group
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
public record NamedLlmProvider(
        @NotNull
        @Chars(min = 1, max = 253)
        @Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")
        String name,

        @Valid @Nullable OpenAiConfig openai,
        @Valid @Nullable AzureOpenAiConfig azureopenai,
        @Valid @Nullable AnthropicConfig anthropic,
        @Valid @Nullable GeminiConfig gemini,
        @Valid @Nullable VertexAiConfig vertexai,
        @Valid @Nullable BedrockConfig bedrock,
        @Chars(min = 1) @Nullable String host,
        @Nullable Integer port,
        @Valid @Nullable PathOverride path,
        @Valid @Nullable AuthHeader authHeader)
        implements ProviderEntry {
    /** Returns a provider that is called where and how its makers say. */
    public static NamedLlmProvider of(String name, LlmConfig config) {
        return of(name, LlmProvider.of(config));
    }

    /** Returns a provider under a name; it must be in the spelling of kgateway 2.1. */
    public static NamedLlmProvider of(String name, LlmProvider provider) {
        return new NamedLlmProvider(
                name,
                provider.openai(),
                provider.azureopenai(),
                provider.anthropic(),
                provider.gemini(),
                provider.vertexai(),
                provider.bedrock(),
                provider.host(),
                provider.port(),
                provider.path(),
                provider.authHeader());
    }
}
