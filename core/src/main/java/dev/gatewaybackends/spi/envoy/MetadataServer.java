// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.UInt64Value;
import dev.gatewaybackends.spi.Requirements;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.Audience;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.GcpAuthnFilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.TokenCacheConfig;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/**
 * Tokens of Google that the proxy gets from the metadata server of its machine.
 *
 * <p>The metadata of a cluster says which token its requests get; a filter of the listener puts it into
 * {@code Authorization}. Where the filter gets none, it sends the request on as it is.
 */
public final class MetadataServer {
    /** How many tokens a proxy keeps unless it is told otherwise. */
    public static final int CACHE_SIZE = 100;

    /** The release of Envoy, {@code 1.<minor>}, since which it gets access tokens. */
    public static final int ACCESS_TOKENS = 39;

    /** The name of Envoy's filter, under which it also looks into a cluster's metadata. */
    private static final String FILTER = "envoy.filters.http.gcp_authn";

    /** The filter that removes the client's credential; a name of its own, so that it meets no other use of its kind. */
    private static final String STRIP_FILTER = "gcp.strip";

    private static final String CLUSTER_NAME = "gcp_authn";
    private static final int ACCESS_TOKEN_FIELD = 2;

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

    private static final Any ACCESS_TOKEN =
            TypedConfigs.pack(NewerFields.set(Audience.newBuilder(), ACCESS_TOKEN_FIELD, Empty.getDefaultInstance())
                    .build());

    private MetadataServer() {}

    /** Gives the requests of a cluster an identity token for an audience. */
    public static void identityToken(Cluster.Builder cluster, String audience) {
        token(cluster, TypedConfigs.pack(Audience.newBuilder().setUrl(audience).build()));
    }

    /** Gives the requests of a cluster an access token; {@link #ACCESS_TOKENS} says since when Envoy takes such a cluster. */
    public static void accessToken(Cluster.Builder cluster) {
        token(cluster, ACCESS_TOKEN);
    }

    private static void token(Cluster.Builder cluster, Any audience) {
        cluster.getMetadataBuilder().putTypedFilterMetadata(FILTER, audience);
    }

    /** Removes the client's own {@code Authorization} on the routes of a Backend; goes before {@link #require}. */
    public static void stripAuthorization(Requirements.Builder requirements) {
        requirements.httpFilter(STRIP).typedPerFilterConfig(STRIP_FILTER, REMOVE_AUTHORIZATION);
    }

    /**
     * Adds the filter that gets the tokens, and the cluster of the metadata server.
     *
     * @param cacheSize how many tokens the proxy keeps; 0 makes it ask for one with each request
     */
    public static void require(Requirements.Builder requirements, int cacheSize) {
        GcpAuthnFilterConfig.Builder config = GcpAuthnFilterConfig.newBuilder()
                .setCluster(CLUSTER_NAME)
                .setTimeout(Duration.newBuilder().setSeconds(10));
        if (cacheSize > 0) {
            config.setCacheConfig(TokenCacheConfig.newBuilder().setCacheSize(UInt64Value.of(cacheSize)));
        }
        requirements
                .httpFilter(HttpFilter.newBuilder()
                        .setName(FILTER)
                        .setTypedConfig(TypedConfigs.pack(config.build()))
                        .build())
                .extraCluster(CLUSTER);
    }
}
