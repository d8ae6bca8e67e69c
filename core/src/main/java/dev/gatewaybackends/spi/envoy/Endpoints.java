// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;

/** Endpoints and load assignments. */
public final class Endpoints {
    private Endpoints() {}

    /** Returns a TCP socket address. */
    public static Address socketAddress(String host, int port) {
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(host).setPortValue(port))
                .build();
    }

    /** Returns an endpoint with an address and nothing else. */
    public static LbEndpoint of(String host, int port) {
        return LbEndpoint.newBuilder()
                .setEndpoint(Endpoint.newBuilder().setAddress(socketAddress(host, port)))
                .build();
    }

    /** Returns an endpoint whose host name, also that of its health checks, is its host. */
    public static LbEndpoint named(String host, int port) {
        return LbEndpoint.newBuilder()
                .setEndpoint(Endpoint.newBuilder()
                        .setAddress(socketAddress(host, port))
                        .setHostname(host)
                        .setHealthCheckConfig(
                                Endpoint.HealthCheckConfig.newBuilder().setHostname(host)))
                .build();
    }

    /** Returns a load assignment with these endpoints in one locality without a name, a weight or a priority. */
    public static ClusterLoadAssignment assignment(String clusterName, Iterable<LbEndpoint> endpoints) {
        return ClusterLoadAssignment.newBuilder()
                .setClusterName(clusterName)
                .addEndpoints(LocalityLbEndpoints.newBuilder().addAllLbEndpoints(endpoints))
                .build();
    }
}
