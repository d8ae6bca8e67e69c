// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Azure OpenAI. Mirrors {@code azureopenai}.
 *
 * @param authToken the API key
 * @param endpoint the host of the resource, e.g. {@code example.openai.azure.com}
 * @param deploymentName the deployment, which decides the model
 * @param apiVersion the version of the API, e.g. {@code 2024-02-15-preview}, or {@code v1}
 */
@ModelType
public record AzureOpenAiConfig(
        @NotNull @Valid SingleAuthToken authToken,
        @NotNull @Chars(min = 1) String endpoint,
        @NotNull @Chars(min = 1) String deploymentName,
        @NotNull @Chars(min = 1) String apiVersion)
        implements LlmConfig {
    @Override
    public AiProvider provider() {
        return AiProvider.AZURE_OPENAI;
    }

    /** Returns the deployment. */
    @Override
    public String model() {
        return deploymentName;
    }
}
