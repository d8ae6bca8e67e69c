// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Which Services are servers. Mirrors {@code spec.mcp.targets[].selector}.
 *
 * @param namespace the labels of the namespaces
 * @param service the labels of the Services
 */
@ModelType
@Rule(check = McpRules.SomeSelector.class, message = McpRules.SomeSelector.MESSAGE)
public record McpSelector(
        @Valid @Nullable McpLabels namespace,
        @Valid @Nullable McpLabels service) {}
