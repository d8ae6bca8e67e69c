// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import dev.gatewaybackends.translate.TranslationResult;
import dev.gatewaybackends.translate.XdsResources;
import io.envoyproxy.controlplane.cache.v3.SimpleCache;
import io.envoyproxy.controlplane.cache.v3.Snapshot;
import io.envoyproxy.controlplane.server.V3DiscoveryServer;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A management server, made of java-control-plane, that serves what a translation yields to one Envoy. */
final class AdsServer implements AutoCloseable {
    private static final String NODE = "test";
    /** The Host of a request is the name of the cluster that it goes to. */
    private static final String BOOTSTRAP = """
            node: {id: test, cluster: test}
            dynamic_resources:
              ads_config:
                api_type: GRPC
                transport_api_version: V3
                grpc_services: [{envoy_grpc: {cluster_name: management}}]
              cds_config: {ads: {}, resource_api_version: V3}
            static_resources:
              clusters:
                - name: management
                  type: STATIC
                  load_assignment:
                    cluster_name: management
                    endpoints:
                      - lb_endpoints:
                          - endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: PORT}}}
                  typed_extension_protocol_options:
                    envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                      "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                      explicit_http_config: {http2_protocol_options: {}}
              listeners:
                - name: test
                  address: {socket_address: {address: 127.0.0.1, port_value: 0}}
                  filter_chains:
                    - filters:
                        - name: envoy.filters.network.http_connection_manager
                          typed_config:
                            "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                            stat_prefix: test
                            route_config:
                              virtual_hosts:
                                - name: all
                                  domains: ["*"]
                                  routes: [{match: {prefix: /}, route: {cluster_header: ":authority"}}]
                            http_filters:
                              - name: envoy.filters.http.router
                                typed_config:
                                  "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
            """;

    private final SimpleCache<String> cache = new SimpleCache<>(node -> NODE);
    private final Server server;

    private AdsServer() throws IOException {
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new V3DiscoveryServer(cache).getAggregatedDiscoveryServiceImpl())
                .build()
                .start();
    }

    static AdsServer start() {
        try {
            return new AdsServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves what a translation yields, from now on. */
    void serve(TranslationResult result) {
        XdsResources resources = result.resources();
        cache.setSnapshot(
                NODE,
                Snapshot.create(
                        result.clusters(),
                        resources.version(XdsResources.CLUSTER),
                        result.endpoints(),
                        resources.version(XdsResources.LOAD_ASSIGNMENT),
                        List.of(),
                        "",
                        List.of(),
                        "",
                        result.secrets(),
                        resources.version(XdsResources.SECRET)));
    }

    /** Starts an Envoy that gets its clusters, their endpoints and secrets from here. */
    EnvoyProcess startEnvoy(Path directory) {
        try {
            return EnvoyProcess.start(Files.writeString(
                    directory.resolve("envoy.yaml"), BOOTSTRAP.replace("PORT", String.valueOf(server.getPort()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
