// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Where to call a provider instead of its own host. Mirrors {@code hostOverride} of kgateway 2.0.
 *
 * @param host the host
 * @param port the port
 * @param insecureSkipVerify whether to accept any certificate; kgateway between 2.0 and 2.1 had it for a while
 */
@ModelType
public record HostOverride(
        @NotNull @Chars(min = 1) String host,
        @NotNull @Min(1) @Max(65535) Integer port,
        // No release has it: the first version is after the last one.
        @ExistsIn(from = KgatewayVersion.V2_1, to = KgatewayVersion.V2_0) @Nullable
        Boolean insecureSkipVerify) {}
