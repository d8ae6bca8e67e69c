// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is. Mirrors {@code spec.mcp.targets[].static}.
 *
 * @param host the host
 * @param path the path
 * @param port the port
 * @param protocol what is spoken
 */
@ModelType
public record McpStatic(
        @NotNull @Chars(min = 1) String host,
        @Nullable String path,
        @NotNull @Min(1) @Max(65535) Integer port,
        @Nullable McpProtocol protocol) {}
