// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * An authorization service, which allows or denies a request. Mirrors {@code HTTPExternalAuthFilter}; experimental channel
 * only.
 *
 * @param protocol its protocol
 * @param backendRef the service
 * @param grpc settings for {@code GRPC}
 * @param http settings for {@code HTTP}
 * @param forwardBody how much of the body is sent to it; nothing when null
 */
@ModelType
@Rule(
        check = HttpRouteFilterRules.GrpcForProtocol.class,
        message = "grpc must be specified when protocol is set to 'GRPC'",
        groups = ExperimentalChannel.class)
@Rule(
        check = HttpRouteFilterRules.ProtocolForGrpc.class,
        message = "protocol must be 'GRPC' when grpc is set",
        groups = ExperimentalChannel.class)
@Rule(
        check = HttpRouteFilterRules.HttpForProtocol.class,
        message = "http must be specified when protocol is set to 'HTTP'",
        groups = ExperimentalChannel.class)
@Rule(
        check = HttpRouteFilterRules.ProtocolForHttp.class,
        message = "protocol must be 'HTTP' when http is set",
        groups = ExperimentalChannel.class)
public record HttpExternalAuthFilter(
        @NotNull HttpExternalAuthProtocol protocol,
        @NotNull @Valid BackendObjectReference backendRef,
        @Nullable @Valid GrpcAuthConfig grpc,
        @Nullable @Valid HttpAuthConfig http,
        @Nullable @Valid ForwardBodyConfig forwardBody) {}
