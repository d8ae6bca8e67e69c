// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.gatewaybackends.spi.envoy.Endpoints;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.core.v3.PathConfigSource;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The endpoints of one cluster in a file that Envoy watches, in place of a management server. */
final class EdsFile {
    private static final TypeRegistry TYPES = TypeRegistry.newBuilder()
            .add(ClusterLoadAssignment.getDescriptor())
            .add(HttpConnectionManager.getDescriptor())
            .add(Router.getDescriptor())
            .build();

    private final Path file;

    EdsFile(Path directory) {
        this.file = directory.resolve("endpoints.json");
    }

    /** Replaces the endpoints; Envoy notices a rename and nothing else. */
    void write(ClusterLoadAssignment assignment) {
        try {
            Path next = file.resolveSibling("endpoints.next.json");
            Files.writeString(
                    next,
                    json(DiscoveryResponse.newBuilder()
                            .addResources(Any.pack(assignment))
                            .build()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts an Envoy that sends all requests to a cluster whose endpoints are in this file. */
    EnvoyProcess startEnvoy(Cluster cluster) {
        Cluster fromFile = cluster.toBuilder()
                .setEdsClusterConfig(Cluster.EdsClusterConfig.newBuilder()
                        .setEdsConfig(ConfigSource.newBuilder()
                                .setPathConfigSource(
                                        PathConfigSource.newBuilder().setPath(file.toString()))
                                .setResourceApiVersion(ApiVersion.V3)))
                .build();
        Bootstrap bootstrap = Bootstrap.newBuilder()
                .setNode(Node.newBuilder().setId("test").setCluster("test"))
                .setStaticResources(Bootstrap.StaticResources.newBuilder()
                        .addClusters(fromFile)
                        .addListeners(listener(cluster.getName())))
                .build();
        try {
            return EnvoyProcess.start(Files.writeString(file.resolveSibling("envoy.json"), json(bootstrap)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listener listener(String cluster) {
        HttpConnectionManager manager = HttpConnectionManager.newBuilder()
                .setStatPrefix("test")
                .setRouteConfig(RouteConfiguration.newBuilder()
                        .addVirtualHosts(VirtualHost.newBuilder()
                                .setName("all")
                                .addDomains("*")
                                .addRoutes(Route.newBuilder()
                                        .setMatch(RouteMatch.newBuilder().setPrefix("/"))
                                        .setRoute(RouteAction.newBuilder().setCluster(cluster)))))
                .addHttpFilters(HttpFilter.newBuilder()
                        .setName("envoy.filters.http.router")
                        .setTypedConfig(Any.pack(Router.getDefaultInstance())))
                .build();
        return Listener.newBuilder()
                .setName("test")
                .setAddress(Endpoints.socketAddress("127.0.0.1", 0))
                .addFilterChains(FilterChain.newBuilder()
                        .addFilters(Filter.newBuilder()
                                .setName("envoy.filters.network.http_connection_manager")
                                .setTypedConfig(Any.pack(manager))))
                .build();
    }

    private static String json(Message message) {
        try {
            return JsonFormat.printer().usingTypeRegistry(TYPES).print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
