// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A server. Mirrors {@code spec.mcp.targets[]}.
 *
 * @param name the name
 * @param selector the Services that are servers
 * @param fixed one server, {@code static} in JSON
 */
@ModelType
@Rule(check = McpRules.SelectorOrStatic.class, message = McpRules.SelectorOrStatic.MESSAGE)
public record McpTarget(
        @NotNull
        @Chars(min = 1, max = 253)
        @Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")
        String name,

        @Valid @Nullable McpSelector selector,
        @JsonProperty("static") @Valid @Nullable McpStatic fixed) {}
