// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.GatewayDuration;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.model.NoFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A share of the requests within a time. Mirrors {@code BudgetDetails}.
 *
 * @param percent the share in percent; 20 when null
 * @param interval the time; {@code 10s} when null
 */
@ModelType
public record BudgetDetails(
        @NoFormat @DefaultJson("20") @Min(0) @Max(100) Integer percent,

        @DefaultJson("\"10s\"")
        @GatewayDuration
        @Rule(
                check = RetryRules.SecondToHour.class,
                message = "interval cannot be greater than one hour or less than one second")
        String interval) {

    /** Applies the defaults. */
    public BudgetDetails {
        percent = percent == null ? 20 : percent;
        interval = interval == null ? "10s" : interval;
    }
}
