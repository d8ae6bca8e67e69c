// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.List;

/**
 * Translates {@code spec.static}: a cluster of fixed addresses if every host is an IP address, else one whose names Envoy
 * resolves.
 */
public final class StaticPlugin implements BackendPlugin<StaticBackend> {
    static final BackendType<StaticBackend> TYPE = BackendType.of("static", StaticBackend.class, "Static");
    /** What routes to hosts that speak WebSocket must allow. */
    static final Requirements WEBSOCKET =
            Requirements.builder().upgradeType("websocket").build();

    /** Creates the plugin; called by the service loader. */
    public StaticPlugin() {}

    @Override
    public BackendType<StaticBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return StaticSettings.all();
    }

    @Override
    public String portOrigin(StaticBackend source) {
        List<String> ports = source.hosts().stream()
                .map(host -> String.valueOf(host.port()))
                .distinct()
                .toList();
        return OWN_PORT + (ports.size() == 1 ? ", " : "s, ") + String.join(", ", ports);
    }

    @Override
    public void validate(StaticBackend source, ValidationContext context) {
        HostRules.check(source.hosts(), context);
    }

    @Override
    public BackendTranslation translate(StaticBackend source, TranslationContext context) {
        StaticEndpoints endpoints = StaticEndpoints.of(source, context.settings());
        Cluster.Builder cluster = context.newCluster();
        StaticEndpoints.discovery(cluster, endpoints.fixed(), context.settings());
        if (!endpoints.all().isEmpty()) {
            cluster.setLoadAssignment(Endpoints.assignment(context.clusterName(), endpoints.all()));
        }
        AppProtocol protocol = source.appProtocol();
        if (protocol == null) {
            return BackendTranslation.of(cluster.build());
        }
        if (protocol.isHttp2()) {
            HttpProtocols.http2(cluster);
            return BackendTranslation.of(cluster.build());
        }
        return BackendTranslation.builder(cluster.build())
                .requirements(WEBSOCKET)
                .build();
    }
}
