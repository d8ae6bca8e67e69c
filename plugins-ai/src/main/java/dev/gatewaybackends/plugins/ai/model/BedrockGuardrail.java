// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A guardrail of Bedrock. Mirrors {@code bedrock.guardrail}.
 *
 * @param identifier the guardrail
 * @param version its version
 */
@ModelType
public record BedrockGuardrail(
        @NotNull @Chars(min = 1) String identifier,
        @NotNull @Chars(min = 1) String version) {}
