// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Any;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.plugins.ai.model.Token;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;

/** The cluster that kgateway 2.1 makes of a Backend, for kgateway's own build of Envoy. */
final class KgatewayCluster {
    private static final String TRANSFORMATIONS = "envoy.api.v2.filter.http.FilterTransformations";

    private static final io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions HTTP =
            AiClusterDefaults.options()
                    .setExplicitHttpConfig(AiClusterDefaults.http1())
                    .addHttpFilters(vendorFilter(
                            "io.kgateway.wait", "envoy.config.filter.http.upstream_wait.v2.UpstreamWaitFilterConfig"))
                    .addHttpFilters(vendorFilter("ai.policy.transformation.kgateway.io", TRANSFORMATIONS))
                    .addHttpFilters(vendorFilter("ai.backend.transformation.kgateway.io", TRANSFORMATIONS))
                    .addHttpFilters(UpstreamFilters.codec())
                    .build();

    private KgatewayCluster() {}

    /** The configurations of kgateway's filters are empty here: what they do stands in its routes. */
    private static HttpFilter vendorFilter(String name, String type) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(Any.newBuilder().setTypeUrl("type.googleapis.com/" + type))
                .build();
    }

    static BackendTranslation translate(List<AiTarget> targets, TranslationContext context) {
        TranslationSettings settings = context.settings();
        boolean placed = settings.get(AiSettings.TOKEN_PLACEMENT) == TokenPlacement.ENDPOINT_METADATA;
        TokenReader tokens = new TokenReader(context);
        List<String> texts = new ArrayList<>();
        for (AiTarget target : targets) {
            Token token = tokens.asKgateway(target.entry());
            texts.add(token == null || !placed ? "" : token.clearText());
        }
        if (context.diagnostics().hasErrors()) {
            return BackendTranslation.rejected();
        }
        warn(targets, texts, context);
        Cluster.Builder cluster = context.newCluster();
        DnsClusters.strict(cluster, settings);
        cluster.setLoadAssignment(AiEndpoints.of(context.clusterName(), targets, i -> {
            EndpointMetadata metadata =
                    new EndpointMetadata().putKgateway(targets.get(i).entry().config(), texts.get(i));
            AiSockets.choose(targets.get(i), metadata);
            return metadata.build();
        }));
        AiSockets.asKgateway(cluster);
        HttpProtocols.set(cluster, HTTP);
        return BackendTranslation.of(cluster.build());
    }

    private static void warn(List<AiTarget> targets, List<String> tokens, TranslationContext context) {
        FieldPath path = context.path();
        context.warning(
                path,
                AiReasons.VENDOR_FILTERS,
                "only kgateway's own build of Envoy takes the cluster, and it needs kgateway's routes and processor");
        if (tokens.stream().anyMatch(token -> !token.isEmpty())) {
            context.warning(
                    path,
                    AiReasons.TOKEN_EXPOSED,
                    "tokens stand in the metadata of endpoints, readable for everybody who sees the cluster");
        }
        if (targets.stream().anyMatch(AiTarget::tls)) {
            context.warning(path, AiReasons.TLS_UNVERIFIED, "certificates are not checked");
        }
        if (AiEndpoints.groups(targets) > 1) {
            context.warning(path, AiReasons.FAILOVER_INERT, AiClusterDefaults.INERT);
        }
    }
}
