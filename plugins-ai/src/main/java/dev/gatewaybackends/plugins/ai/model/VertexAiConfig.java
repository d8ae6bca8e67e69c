// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Google Vertex AI. Mirrors {@code vertexai}.
 *
 * @param authToken an OAuth access token
 * @param model the model
 * @param apiVersion the version of the API, e.g. {@code v1}
 * @param projectId the Google Cloud project
 * @param location the location, e.g. {@code us-central1} or {@code global}
 * @param modelPath the method, e.g. {@code rawPredict}; {@code generateContent} if null
 * @param publisher who makes the model
 */
@ModelType
public record VertexAiConfig(
        @NotNull @Valid SingleAuthToken authToken,
        @NotNull @Chars(min = 1) String model,
        @NotNull @Chars(min = 1) String apiVersion,
        @NotNull @Chars(min = 1) String projectId,
        @NotNull @Chars(min = 1) String location,
        @Nullable String modelPath,
        @NotNull Publisher publisher)
        implements LlmConfig {
    @Override
    public AiProvider provider() {
        return AiProvider.VERTEX_AI;
    }
}
