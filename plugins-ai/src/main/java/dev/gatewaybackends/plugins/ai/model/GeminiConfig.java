// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Google Gemini. Mirrors {@code gemini}.
 *
 * @param authToken the API key
 * @param model the model
 * @param apiVersion the version of the API, e.g. {@code v1beta}
 */
@ModelType
public record GeminiConfig(
        @NotNull @Valid SingleAuthToken authToken,
        @NotNull String model,
        @NotNull String apiVersion) implements LlmConfig {
    @Override
    public AiProvider provider() {
        return AiProvider.GEMINI;
    }
}
