// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A kind of routes. Mirrors {@code RouteGroupKind}.
 *
 * @param group the group; {@code gateway.networking.k8s.io} when null
 * @param kind the kind
 */
@ModelType
public record RouteGroupKind(
        @DefaultJson("\"" + GatewayApi.GROUP + "\"") @Group String group,
        @NotNull @Kind String kind) {

    /** Applies the default. */
    public RouteGroupKind {
        group = group == null ? GatewayApi.GROUP : group;
    }

    /** Returns a kind of the Gateway API. */
    public static RouteGroupKind of(String kind) {
        return new RouteGroupKind(GatewayApi.GROUP, kind);
    }
}
