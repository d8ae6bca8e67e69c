// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.GatewayDuration;
import dev.gatewaybackends.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of a rule; zero is no limit. Mirrors {@code HTTPRouteTimeouts}.
 *
 * <p>{@link dev.gatewaybackends.gatewayapi.scalar.DurationFormat} reads the durations.
 *
 * @param request for the whole exchange with the client
 * @param backendRequest for one request to a backend; each retry is a new request
 */
@ModelType
@Rule(
        check = HttpRouteRules.BackendRequestWithinRequest.class,
        message = "backendRequest timeout cannot be longer than request timeout")
public record HttpRouteTimeouts(
        @Nullable @GatewayDuration String request,
        @Nullable @GatewayDuration String backendRequest) {}
