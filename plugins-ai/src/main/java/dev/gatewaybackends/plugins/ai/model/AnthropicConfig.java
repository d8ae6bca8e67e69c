// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Anthropic. Mirrors {@code anthropic}.
 *
 * @param authToken the API key
 * @param apiVersion the value of the header {@code anthropic-version}; the client's own, or 2023-06-01, if null
 * @param model the model; the request's own if null
 */
@ModelType
public record AnthropicConfig(
        @NotNull @Valid SingleAuthToken authToken,
        @Nullable String apiVersion,
        @Nullable String model) implements LlmConfig {
    @Override
    public AiProvider provider() {
        return AiProvider.ANTHROPIC;
    }
}
