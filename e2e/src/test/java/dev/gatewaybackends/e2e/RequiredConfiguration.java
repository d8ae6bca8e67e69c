// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A bootstrap as a control plane would make it by hand: a listener whose route {@code /<name>} leads to each Backend, with
 * what the Backend requires of routes and listeners and nothing else.
 */
final class RequiredConfiguration {
    private final TranslationResult result;

    RequiredConfiguration(TranslationResult result) {
        this.result = result;
    }

    /** Starts Envoy with it; its files are put into the directory. Each cluster may be changed first. */
    EnvoyProcess start(Path directory, UnaryOperator<Cluster> change) {
        return start(directory, change, Map.of());
    }

    /** The same with more environment variables. */
    EnvoyProcess start(Path directory, UnaryOperator<Cluster> change, Map<String, String> environment) {
        EnvoyBinary.path();
        Bootstrap.Builder bootstrap = Bootstrap.newBuilder();
        bootstrap.getNodeBuilder().setId("e2e").setCluster("e2e");
        bootstrap.getStaticResourcesBuilder().addListeners(listener());
        result.clusters()
                .forEach(cluster -> bootstrap.getStaticResourcesBuilder().addClusters(change.apply(cluster)));
        try {
            Path file =
                    Files.write(directory.resolve("envoy.pb"), bootstrap.build().toByteArray());
            return EnvoyProcess.start(file, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Listener listener() {
        VirtualHost.Builder routes = VirtualHost.newBuilder().setName("all").addDomains("*");
        Set<HttpFilter> filters = new LinkedHashSet<>();
        boolean suppressEnvoyHeaders = false;
        for (ResourceKey key : result.backends()) {
            Requirements requirements = result.requirements(key);
            filters.addAll(requirements.listener().httpFilters());
            suppressEnvoyHeaders |= requirements.listener().suppressEnvoyHeaders();
            routes.addRoutes(route(key, requirements));
        }
        filters.add(HttpFilter.newBuilder()
                .setName("envoy.filters.http.router")
                .setTypedConfig(TypedConfigs.pack(Router.newBuilder()
                        .setSuppressEnvoyHeaders(suppressEnvoyHeaders)
                        .build()))
                .build());
        HttpConnectionManager manager = HttpConnectionManager.newBuilder()
                .setStatPrefix("e2e")
                .setRouteConfig(RouteConfiguration.newBuilder().setName("e2e").addVirtualHosts(routes))
                .addAllHttpFilters(filters)
                .build();
        return Listener.newBuilder()
                .setName("e2e")
                .setAddress(Endpoints.socketAddress("127.0.0.1", 0))
                .addFilterChains(FilterChain.newBuilder()
                        .addFilters(Filter.newBuilder()
                                .setName("envoy.filters.network.http_connection_manager")
                                .setTypedConfig(TypedConfigs.pack(manager))))
                .build();
    }

    private Route route(ResourceKey key, Requirements requirements) {
        RouteAction.Builder action =
                RouteAction.newBuilder().setCluster(result.cluster(key).getName());
        if (requirements.route().autoHostRewrite()) {
            action.getAutoHostRewriteBuilder().setValue(true);
        }
        return Route.newBuilder()
                .setMatch(RouteMatch.newBuilder().setPathSeparatedPrefix("/" + key.name()))
                .setRoute(action)
                .putAllTypedPerFilterConfig(requirements.route().typedPerFilterConfig())
                .build();
    }

    /** Returns the identity of a Backend in the namespace of the examples. */
    static ResourceKey backend(String name) {
        return new ResourceKey(Backend.GROUP, Backend.KIND, "default", name);
    }
}
