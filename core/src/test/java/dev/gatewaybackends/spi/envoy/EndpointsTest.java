// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final Address ADDRESS = Address.newBuilder()
            .setSocketAddress(SocketAddress.newBuilder()
                    .setProtocol(SocketAddress.Protocol.TCP)
                    .setAddress("192.0.2.10")
                    .setPortValue(8080))
            .build();

    @Test
    void socketAddress_hostAndPort_isTcp() {
        assertThat(Endpoints.socketAddress("192.0.2.10", 8080)).isEqualTo(ADDRESS);
    }

    @Test
    void of_hostAndPort_hasNothingButTheAddress() {
        assertThat(Endpoints.of("192.0.2.10", 8080))
                .isEqualTo(LbEndpoint.newBuilder()
                        .setEndpoint(Endpoint.newBuilder().setAddress(ADDRESS))
                        .build());
    }

    @Test
    void named_hostAndPort_alsoNamesTheHostForHealthChecks() {
        assertThat(Endpoints.named("192.0.2.10", 8080))
                .isEqualTo(LbEndpoint.newBuilder()
                        .setEndpoint(Endpoint.newBuilder()
                                .setAddress(ADDRESS)
                                .setHostname("192.0.2.10")
                                .setHealthCheckConfig(
                                        Endpoint.HealthCheckConfig.newBuilder().setHostname("192.0.2.10")))
                        .build());
    }

    @Test
    void assignment_endpoints_keepsOrderAndDuplicatesInOneLocality() {
        LbEndpoint one = Endpoints.of("192.0.2.10", 8080);
        LbEndpoint other = Endpoints.named("parcels.example.net", 443);

        ClusterLoadAssignment assignment = Endpoints.assignment("parcels", List.of(other, one, other));

        assertThat(assignment)
                .isEqualTo(ClusterLoadAssignment.newBuilder()
                        .setClusterName("parcels")
                        .addEndpoints(LocalityLbEndpoints.newBuilder()
                                .addLbEndpoints(other)
                                .addLbEndpoints(one)
                                .addLbEndpoints(other))
                        .build());
    }

    @Test
    void assignment_noEndpoints_hasAnEmptyLocality() {
        assertThat(Endpoints.assignment("parcels", List.of()).getEndpointsList())
                .containsExactly(LocalityLbEndpoints.getDefaultInstance());
    }
}
