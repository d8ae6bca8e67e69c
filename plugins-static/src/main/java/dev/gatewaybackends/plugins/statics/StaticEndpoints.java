// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.IpAddresses;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The endpoints that the hosts of a static Backend become.
 *
 * @param all the endpoints, in the order of the hosts
 * @param fixed whether a cluster of them needs no DNS
 */
record StaticEndpoints(List<LbEndpoint> all, boolean fixed) {
    static StaticEndpoints of(StaticBackend source, TranslationSettings settings) {
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
        return new StaticEndpoints(endpoints, onlyIps || truncated);
    }

    /** Makes a cluster take its endpoints' addresses as they are, or resolve them. */
    static void discovery(Cluster.Builder cluster, boolean fixed, TranslationSettings settings) {
        if (fixed) {
            DnsClusters.fixed(cluster, settings);
        } else {
            DnsClusters.strict(cluster, settings);
        }
    }
}
