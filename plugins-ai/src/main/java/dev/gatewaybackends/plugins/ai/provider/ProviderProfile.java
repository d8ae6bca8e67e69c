// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.plugins.ai.model.AnthropicConfig;
import dev.gatewaybackends.plugins.ai.model.AzureOpenAiConfig;
import dev.gatewaybackends.plugins.ai.model.BedrockConfig;
import dev.gatewaybackends.plugins.ai.model.GeminiConfig;
import dev.gatewaybackends.plugins.ai.model.LlmConfig;
import dev.gatewaybackends.plugins.ai.model.OpenAiConfig;
import dev.gatewaybackends.plugins.ai.model.VertexAiConfig;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one LLM provider is: everything that differs from provider to provider. Immutable. */
public sealed interface ProviderProfile
        permits OpenAiProfile, AzureOpenAiProfile, AnthropicProfile, GeminiProfile, VertexAiProfile, BedrockProfile {
    /** Returns the profile of the provider that is set. */
    static ProviderProfile of(LlmConfig config) {
        if (config instanceof OpenAiConfig openAi) {
            return new OpenAiProfile(openAi);
        } else if (config instanceof AzureOpenAiConfig azure) {
            return new AzureOpenAiProfile(azure);
        } else if (config instanceof AnthropicConfig anthropic) {
            return new AnthropicProfile(anthropic);
        } else if (config instanceof GeminiConfig gemini) {
            return new GeminiProfile(gemini);
        } else if (config instanceof VertexAiConfig vertex) {
            return new VertexAiProfile(vertex);
        } else if (config instanceof BedrockConfig bedrock) {
            return new BedrockProfile(bedrock);
        }
        throw new IllegalArgumentException("there is no profile of " + config.provider());
    }

    /** Returns the provider's own host. */
    String host(TranslationSettings settings);

    /** Returns the provider's own paths; null where the request's own is kept. */
    @Nullable
    RequestPaths paths();

    /** Returns the header that the provider takes the token from. */
    CredentialHeader header();

    /** Returns whether the body of requests names the model. */
    boolean takesModelFromBody();

    /** Returns the name of the field that says the model. */
    default String modelField() {
        return "model";
    }

    /** Returns what kgateway's filters are told about the provider beside the model, by key, in this order. */
    default Map<String, String> kgatewayMetadata() {
        return Map.of();
    }

    /**
     * Reports what is wrong with the settings of the provider.
     *
     * @param path the path of the settings
     */
    void check(FieldPath path, ValidationContext context);
}
