// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.queue;

import com.google.protobuf.util.Durations;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.Cors;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/** The plugin of {@link QueueBackend}, all through the SPI alone. */
public final class QueuePlugin extends QueueDefinition implements BackendPlugin<QueueBackend> {
    /** The HTTP filter that the Backend with the broker {@code filtered} needs. */
    public static final String FILTER = "envoy.filters.http.cors";

    @Override
    public BackendTranslation translate(QueueBackend source, TranslationContext context) {
        switch (source.broker()) {
            case "explode" -> throw new IllegalStateException("hunter2");
            case "nothing" -> {
                return BackendTranslation.rejected();
            }
            case "misnamed" -> {
                return BackendTranslation.of(
                        context.newCluster().setName("other").build());
            }
            case "secret" -> {
                if (context.secret("credentials", context.path().field("broker")) == null) {
                    return BackendTranslation.rejected();
                }
            }
            default -> {}
        }
        Cluster.Builder cluster = context.newCluster()
                .setLoadAssignment(Endpoints.assignment(
                        context.clusterName(), List.of(Endpoints.of(source.broker(), source.port()))));
        DnsClusters.logical(cluster, context.settings());
        Requirements.Builder requirements = Requirements.builder();
        if (context.settings().get(UPGRADE)) {
            requirements.upgradeType("amqp");
        }
        require(source.broker(), requirements);
        return BackendTranslation.builder(cluster.build())
                .requirements(requirements.build())
                .build();
    }

    private static void require(String broker, Requirements.Builder requirements) {
        switch (broker) {
            case "filtered" ->
                requirements
                        .httpFilter(HttpFilter.newBuilder()
                                .setName(FILTER)
                                .setTypedConfig(TypedConfigs.pack(Cors.getDefaultInstance()))
                                .build())
                        .typedPerFilterConfig(FILTER, TypedConfigs.pack(CorsPolicy.getDefaultInstance()))
                        .suppressEnvoyHeaders(true);
            case "rewritten" -> requirements.autoHostRewrite(true);
            case "slow" ->
                requirements.timeout(Durations.fromMillis(90_500)).idleTimeout(Durations.fromMillis(300_000));
            case "listening" ->
                requirements.internalListener(Listener.newBuilder()
                        .setName("queue")
                        .setAddress(Endpoints.socketAddress("127.0.0.1", 70_000))
                        .build());
            case "endless" -> requirements.timeout(Durations.ZERO);
            default -> {}
        }
    }
}
