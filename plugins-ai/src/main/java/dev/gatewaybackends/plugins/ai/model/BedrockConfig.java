// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * AWS Bedrock. Mirrors {@code bedrock}.
 *
 * @param auth the keys; the proxy's own AWS credentials if null
 * @param model the id of the model; the request's path is kept if null
 * @param region the AWS region
 * @param guardrail the guardrail
 */
@ModelType
public record BedrockConfig(
        @Valid @Nullable AwsAuth auth,
        @Chars(min = 1) @Nullable String model,

        @DefaultJson("\"us-east-1\"") @Chars(min = 1, max = 63) @Matches("^[a-z0-9-]+$")
        String region,

        @Valid @Nullable BedrockGuardrail guardrail)
        implements LlmConfig {
    /** Applies the default. */
    public BedrockConfig {
        region = region == null ? "us-east-1" : region;
    }

    @Override
    public AiProvider provider() {
        return AiProvider.BEDROCK;
    }

    @Override
    public @Nullable SingleAuthToken authToken() {
        return null;
    }
}
