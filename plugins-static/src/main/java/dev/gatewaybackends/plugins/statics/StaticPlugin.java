// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.RouteRequirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.spi.envoy.IpAddresses;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates {@code spec.static}: a cluster of fixed addresses if every host is an IP address, else one whose names Envoy
 * resolves.
 */
public final class StaticPlugin implements BackendPlugin<StaticBackend> {
    private static final BackendType<StaticBackend> TYPE = BackendType.of("static", StaticBackend.class, "Static");
    private static final RouteRequirements WEBSOCKET =
            RouteRequirements.builder().upgradeType("websocket").build();

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
        return (ports.size() == 1 ? "defines its own port, " : "defines its own ports, ") + String.join(", ", ports);
    }

    @Override
    public void validate(StaticBackend source, ValidationContext context) {
        HostRules.check(source.hosts(), context);
    }

    @Override
    public BackendTranslation translate(StaticBackend source, TranslationContext context) {
        TranslationSettings settings = context.settings();
        List<Host> hosts = source.hosts();
        boolean truncated = false;
        if (settings.get(StaticSettings.TRUNCATE_AT_BAD_HOST)) {
            int bad = HostRules.firstWithoutPort(hosts);
            truncated = bad >= 0;
            hosts = truncated ? hosts.subList(0, bad) : hosts;
        }
        boolean unbracket = settings.get(StaticSettings.IPV6_IN_BRACKETS);
        boolean onlyIps = true;
        List<LbEndpoint> endpoints = new ArrayList<>(hosts.size());
        for (Host host : hosts) {
            String address = unbracket ? HostRules.withoutBrackets(host.host()) : host.host();
            onlyIps &= IpAddresses.isIp(address);
            endpoints.add(Endpoints.named(address, host.port()));
        }
        Cluster.Builder cluster = context.newCluster();
        if (onlyIps || truncated) {
            DnsClusters.fixed(cluster, settings);
        } else {
            DnsClusters.strict(cluster, settings);
        }
        if (!endpoints.isEmpty()) {
            cluster.setLoadAssignment(Endpoints.assignment(context.clusterName(), endpoints));
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
