// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.Severity;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.json.ProtoJson;
import dev.gatewaybackends.json.UnknownTypes;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.UpstreamTrust;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import dev.gatewaybackends.translate.RouteTranslation;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.bootstrap.v3.LayeredRuntime;
import io.envoyproxy.envoy.config.bootstrap.v3.RuntimeLayer;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.bootstrap.internal_listener.v3.InternalListener;
import io.envoyproxy.envoy.extensions.filters.http.router.v3.Router;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A complete Envoy configuration with one listener, the routes and the clusters, to run as it is.
 *
 * <p>It is made to try Backends out: of a route it has the host names, the matches and where requests go. What else a route
 * asks for is named in {@link #diagnostics}.
 */
final class BootstrapOutput {
    private static final String NAME = "gwb";
    private static final TypedExtensionConfig INTERNAL_LISTENER = TypedExtensionConfig.newBuilder()
            .setName("envoy.bootstrap.internal_listener")
            .setTypedConfig(TypedConfigs.pack(InternalListener.getDefaultInstance()))
            .build();

    /** Envoy refuses expressions as long as that of a UUID unless its limit, made against those of strangers, is raised. */
    private static final LayeredRuntime REGEXES_OF_ANY_SIZE = LayeredRuntime.newBuilder()
            .addLayers(RuntimeLayer.newBuilder()
                    .setName(NAME)
                    .setStaticLayer(Struct.newBuilder()
                            .putFields(
                                    "re2.max_program_size.error_level",
                                    Value.newBuilder()
                                            .setNumberValue(0xFFFF_FFFFL)
                                            .build())))
            .build();

    private final Bootstrap bootstrap;
    private final Diagnostics diagnostics;

    private BootstrapOutput(Bootstrap bootstrap, Diagnostics diagnostics) {
        this.bootstrap = bootstrap;
        this.diagnostics = diagnostics;
    }

    /**
     * Makes a bootstrap.
     *
     * @param showSecrets whether values of secrets stand in it; else they come from environment variables
     */
    static BootstrapOutput of(
            ResourceSet resources, TranslationResult result, ListenAddress listen, boolean showSecrets) {
        List<Diagnostic> found = new ArrayList<>();
        RouteTable routes = RouteTable.of(resources, result, found);
        Bootstrap.StaticResources.Builder all =
                Bootstrap.StaticResources.newBuilder().addListeners(listener(routes, result.routes(), listen));
        StaticSecrets secrets = new StaticSecrets(result.secrets(), found);
        all.addAllSecrets(bootstrapSecrets(result));
        Map<String, ClusterLoadAssignment> endpoints = new TreeMap<>();
        result.endpoints().forEach(assignment -> endpoints.put(assignment.getClusterName(), assignment));
        EnvoyDescriptors descriptors = EnvoyDescriptors.create();
        for (Cluster cluster : result.clusters()) {
            Set<String> unknown = UnknownTypes.in(cluster, descriptors);
            if (!unknown.isEmpty()) {
                found.add(new Diagnostic(
                        Severity.ERROR,
                        null,
                        FieldPath.root(),
                        Reason.NOT_SUPPORTED,
                        "the cluster " + cluster.getName() + " is left out: with a type that it does not know, "
                                + String.join(", ", unknown) + ", Envoy refuses the whole bootstrap",
                        null));
                continue;
            }
            Cluster local = secrets.local(withEndpoints(cluster, endpoints));
            if (local != null) {
                all.addClusters(local);
            }
        }
        all.addAllSecrets(secrets.used(showSecrets));
        Bootstrap.Builder bootstrap =
                Bootstrap.newBuilder().setNode(Node.newBuilder().setId(NAME).setCluster(NAME));
        List<Listener> internal = internalListeners(result);
        if (!internal.isEmpty()) {
            all.addAllListeners(internal);
            bootstrap.addBootstrapExtensions(INTERNAL_LISTENER);
        }
        if (routes.hasRegexes()) {
            bootstrap.setLayeredRuntime(REGEXES_OF_ANY_SIZE);
        }
        return new BootstrapOutput(bootstrap.setStaticResources(all).build(), Diagnostics.of(found));
    }

    String yaml(boolean showSecrets) {
        return ResourceCodec.yaml(new ProtoJson(true, showSecrets).of(bootstrap));
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    private static Listener listener(RouteTable routes, List<RouteTranslation> translated, ListenAddress listen) {
        Set<HttpFilter> filters = new LinkedHashSet<>();
        boolean suppressEnvoyHeaders = false;
        for (RouteTranslation route : translated) {
            filters.addAll(route.httpFilters());
            suppressEnvoyHeaders |= route.suppressEnvoyHeaders();
        }
        filters.add(HttpFilter.newBuilder()
                .setName("envoy.filters.http.router")
                .setTypedConfig(TypedConfigs.pack(Router.newBuilder()
                        .setSuppressEnvoyHeaders(suppressEnvoyHeaders)
                        .build()))
                .build());
        HttpConnectionManager manager = HttpConnectionManager.newBuilder()
                .setStatPrefix(NAME)
                .setRouteConfig(routes.configuration(NAME))
                .addAllHttpFilters(filters)
                .build();
        return Listener.newBuilder()
                .setName(NAME)
                .setAddress(Endpoints.socketAddress(listen.host(), listen.port()))
                .addFilterChains(FilterChain.newBuilder()
                        .addFilters(Filter.newBuilder()
                                .setName("envoy.filters.network.http_connection_manager")
                                .setTypedConfig(TypedConfigs.pack(manager))))
                .build();
    }

    private static List<Listener> internalListeners(TranslationResult result) {
        return result.backends().stream()
                .flatMap(backend -> result.requirements(backend).proxy().internalListeners().stream())
                .toList();
    }

    /** The static secrets that clusters name: the trust roots of this kind of system. */
    private static List<Secret> bootstrapSecrets(TranslationResult result) {
        Set<String> names = new TreeSet<>();
        for (ResourceKey backend : result.backends()) {
            names.addAll(result.requirements(backend).proxy().bootstrapSecrets());
        }
        return names.stream()
                .map(name -> Secret.newBuilder()
                        .setName(name)
                        .setValidationContext(CertificateValidationContext.newBuilder()
                                .setTrustedCa(DataSource.newBuilder().setFilename(UpstreamTrust.DEBIAN_BUNDLE)))
                        .build())
                .toList();
    }

    /** A cluster whose endpoints come from a management server gets them from here instead. */
    private static Cluster withEndpoints(Cluster cluster, Map<String, ClusterLoadAssignment> endpoints) {
        ClusterLoadAssignment assignment = endpoints.get(cluster.getName());
        return assignment == null
                ? cluster
                : cluster.toBuilder()
                        .setType(Cluster.DiscoveryType.STATIC)
                        .clearEdsClusterConfig()
                        .setLoadAssignment(assignment)
                        .build();
    }
}
