// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.GatewayDuration;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.model.NoFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A number of requests within a time. Mirrors {@code RequestRate}.
 *
 * @param count the number of requests
 * @param interval the time
 */
@ModelType
public record RequestRate(
        @NoFormat @Nullable @Min(1) @Max(1_000_000) Integer count,

        @Nullable
        @GatewayDuration
        @Rule(check = RetryRules.UpToHour.class, message = "interval cannot be greater than one hour")
        String interval) {}
