// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.UInt64Value;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.RouteRequirements;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.GcpAuthnFilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.TokenCacheConfig;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/** What the proxy must have to get tokens from the metadata server of its machine. */
final class MetadataServer {
    /** The name of Envoy's filter, under which it also looks for the audience in a cluster's metadata. */
    static final String FILTER = "envoy.filters.http.gcp_authn";

    /** The filter that removes the client's credential; a name of its own, so that it meets no other use of its kind. */
    static final String STRIP_FILTER = "gcp.strip";

    private static final String CLUSTER_NAME = "gcp_authn";
    private static final Cluster CLUSTER = Cluster.newBuilder()
            .setName(CLUSTER_NAME)
            .setAltStatName(CLUSTER_NAME)
            .setConnectTimeout(Duration.newBuilder().setSeconds(5))
            .setClusterType(Cluster.CustomClusterType.newBuilder()
                    .setName(DnsClusters.EXTENSION)
                    .setTypedConfig(TypedConfigs.pack(DnsCluster.newBuilder()
                            .setDnsLookupFamily(DnsLookupFamily.V4_ONLY)
                            .setRespectDnsTtl(true)
                            .build())))
            .setLoadAssignment(
                    Endpoints.assignment(CLUSTER_NAME, List.of(Endpoints.of("metadata.google.internal", 80))))
            .build();
    /** Does nothing but on routes that say otherwise. */
    private static final HttpFilter STRIP = HttpFilter.newBuilder()
            .setName(STRIP_FILTER)
            .setTypedConfig(TypedConfigs.pack(
                    io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation.getDefaultInstance()))
            .build();

    private static final Any REMOVE_AUTHORIZATION = TypedConfigs.pack(HeaderMutationPerRoute.newBuilder()
            .setMutations(Mutations.newBuilder()
                    .addRequestMutations(HeaderMutation.newBuilder().setRemove("authorization")))
            .build());

    private MetadataServer() {}

    /** Adds the filters, in their order, and the cluster of the metadata server. */
    static RouteRequirements.Builder require(TranslationSettings settings, RouteRequirements.Builder requirements) {
        if (settings.get(GcpSettings.STRIP_AUTHORIZATION)) {
            requirements.httpFilter(STRIP).typedPerFilterConfig(STRIP_FILTER, REMOVE_AUTHORIZATION);
        }
        return requirements.httpFilter(filter(settings)).extraCluster(CLUSTER);
    }

    private static HttpFilter filter(TranslationSettings settings) {
        GcpAuthnFilterConfig.Builder config = GcpAuthnFilterConfig.newBuilder()
                .setCluster(CLUSTER_NAME)
                .setTimeout(Duration.newBuilder().setSeconds(10));
        int cacheSize = settings.get(GcpSettings.TOKEN_CACHE_SIZE);
        if (cacheSize > 0) {
            config.setCacheConfig(TokenCacheConfig.newBuilder().setCacheSize(UInt64Value.of(cacheSize)));
        }
        return HttpFilter.newBuilder()
                .setName(FILTER)
                .setTypedConfig(TypedConfigs.pack(config.build()))
                .build();
    }
}
