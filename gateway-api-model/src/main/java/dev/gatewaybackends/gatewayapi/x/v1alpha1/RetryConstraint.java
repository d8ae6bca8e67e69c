// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;

/**
 * Limits how many requests may be retried. Mirrors {@code RetryConstraint}.
 *
 * @param budget the share of requests that may be retries; 20 percent in 10 seconds when null
 * @param minRetryRate the retries that are always allowed, regardless of the share; 10 in a second when null
 */
@ModelType
public record RetryConstraint(
        @DefaultJson("{\"percent\":20,\"interval\":\"10s\"}") @Valid
        BudgetDetails budget,

        @DefaultJson("{\"count\":10,\"interval\":\"1s\"}") @Valid
        RequestRate minRetryRate) {

    /** Applies the defaults. */
    public RetryConstraint {
        budget = budget == null ? BudgetDetailsBuilder.builder().build() : budget;
        minRetryRate = minRetryRate == null ? new RequestRate(10, "1s") : minRetryRate;
    }
}
