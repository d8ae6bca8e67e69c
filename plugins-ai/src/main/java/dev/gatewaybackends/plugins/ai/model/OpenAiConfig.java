// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI. Mirrors {@code openai}.
 *
 * @param authToken the API key
 * @param model the model; the request's own if null
 */
@ModelType
public record OpenAiConfig(
        @NotNull @Valid SingleAuthToken authToken, @Nullable String model) implements LlmConfig {
    @Override
    public AiProvider provider() {
        return AiProvider.OPENAI;
    }
}
