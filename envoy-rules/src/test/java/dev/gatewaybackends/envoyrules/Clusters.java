// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.HealthCheck;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.function.Consumer;

/** Good clusters, and handles to break them by. */
final class Clusters {
    static final String HTTP_OPTIONS = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private Clusters() {}

    /** Returns a static cluster of one host. */
    static Cluster.Builder ofType(Cluster.DiscoveryType type, String... hosts) {
        return named().setType(type).setLoadAssignment(assignment(hosts));
    }

    /** Returns a DNS cluster with TLS, HTTP options and two hosts. */
    static Cluster.Builder withEveryPart() {
        Cluster.Builder cluster = named().setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setName("envoy.clusters.dns")
                        .setTypedConfig(Any.pack(DnsCluster.newBuilder()
                                .setDnsRefreshRate(Duration.newBuilder().setSeconds(5))
                                .build())))
                .setLoadAssignment(assignment("10.0.0.7", "api.example.com"));
        tls(cluster, tls -> tls.setSni("api.example.com"));
        http(cluster, http -> {});
        return cluster;
    }

    static Cluster.Builder forwardProxy() {
        return named().setLbPolicy(Cluster.LbPolicy.CLUSTER_PROVIDED)
                .setClusterType(Cluster.CustomClusterType.newBuilder()
                        .setName("envoy.clusters.dynamic_forward_proxy")
                        .setTypedConfig(Any.pack(ClusterConfig.newBuilder()
                                .setDnsCacheConfig(DnsCacheConfig.newBuilder().setName("cache"))
                                .build())));
    }

    private static Cluster.Builder named() {
        return Cluster.newBuilder()
                .setName("backend_default_web_0")
                .setConnectTimeout(Duration.newBuilder().setSeconds(5));
    }

    static ClusterLoadAssignment.Builder assignment(String... hosts) {
        LocalityLbEndpoints.Builder locality = LocalityLbEndpoints.newBuilder();
        for (String host : hosts) {
            locality.addLbEndpoints(LbEndpoint.newBuilder().setEndpoint(endpoint(host)));
        }
        return ClusterLoadAssignment.newBuilder()
                .setClusterName("backend_default_web_0")
                .addEndpoints(locality);
    }

    static Endpoint.Builder endpoint(String host) {
        return Endpoint.newBuilder().setAddress(address(host));
    }

    static Address.Builder address(String host) {
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(host).setPortValue(8080));
    }

    static HealthCheck.Builder healthCheck() {
        return HealthCheck.newBuilder()
                .setTimeout(Duration.newBuilder().setSeconds(1))
                .setInterval(Duration.newBuilder().setSeconds(5))
                .setHealthyThreshold(UInt32Value.of(1))
                .setUnhealthyThreshold(UInt32Value.of(1))
                .setHttpHealthCheck(HealthCheck.HttpHealthCheck.newBuilder().setPath("/"));
    }

    static LocalityLbEndpoints.Builder locality(Cluster.Builder cluster) {
        return cluster.getLoadAssignmentBuilder().getEndpointsBuilder(0);
    }

    static LbEndpoint.Builder endpoint(Cluster.Builder cluster, int index) {
        return locality(cluster).getLbEndpointsBuilder(index);
    }

    static SocketAddress.Builder address(Cluster.Builder cluster, int index) {
        return endpoint(cluster, index).getEndpointBuilder().getAddressBuilder().getSocketAddressBuilder();
    }

    /** Sets TLS that trusts a CA, changed. */
    static void tls(Cluster.Builder cluster, Consumer<UpstreamTlsContext.Builder> change) {
        cluster.setTransportSocket(tlsSocket(change));
    }

    static TransportSocket.Builder tlsSocket(Consumer<UpstreamTlsContext.Builder> change) {
        UpstreamTlsContext.Builder tls = UpstreamTlsContext.newBuilder()
                .setCommonTlsContext(CommonTlsContext.newBuilder()
                        .setValidationContext(CertificateValidationContext.newBuilder()
                                .setTrustedCa(
                                        DataSource.newBuilder().setFilename("/etc/ssl/certs/ca-certificates.crt"))));
        change.accept(tls);
        return TransportSocket.newBuilder()
                .setName("envoy.transport_sockets.tls")
                .setTypedConfig(Any.pack(tls.build()));
    }

    /** Sets HTTP/1 options, or changes those that are set. */
    static void http(Cluster.Builder cluster, Consumer<HttpProtocolOptions.Builder> change) {
        HttpProtocolOptions.Builder http = HttpProtocolOptions.newBuilder();
        http.getExplicitHttpConfigBuilder().getHttpProtocolOptionsBuilder();
        change.accept(http);
        cluster.putTypedExtensionProtocolOptions(HTTP_OPTIONS, Any.pack(http.build()));
    }
}
