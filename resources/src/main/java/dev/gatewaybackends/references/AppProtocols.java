// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.gatewayapi.v1.GrpcRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.UdpRoute;

/** Decides which routes can speak what the port of a Service declares in {@code appProtocol}. */
@FunctionalInterface
public interface AppProtocols {
    /**
     * The protocols of KEP-3726: packets carry none of them and gRPC no WebSocket; streams carry any. All other protocols are
     * left to those who know them.
     */
    AppProtocols KUBERNETES = (routeKind, appProtocol) -> switch (appProtocol) {
        case "kubernetes.io/h2c" -> !routeKind.equals(UdpRoute.KIND);
        case "kubernetes.io/ws", "kubernetes.io/wss" ->
            !routeKind.equals(UdpRoute.KIND) && !routeKind.equals(GrpcRoute.KIND);
        default -> true;
    };

    /** Returns whether a route of this kind, e.g. {@link HttpRoute#KIND}, can use a port with this protocol. */
    boolean canSpeak(String routeKind, String appProtocol);
}
