// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the traffic of one rule goes: a {@link #routeAction} for HTTP and gRPC, a {@link #tcpProxy} for TLS and TCP, a
 * {@link #udpCluster} for UDP. Immutable.
 *
 * <p>The share of a reference that failed goes to a cluster that does not exist, so that it fails and the others are
 * unaffected. Nothing at all is there for a rule without a backend, or with none of a weight above 0: each of its requests
 * must be answered with {@link #statusWithoutBackend}, its connections be closed, and its packets be dropped; unless a filter
 * answers by itself, or the rule {@linkplain #isDelegated delegates}.
 */
public final class RuleTranslation {
    private final @Nullable RouteAction routeAction;
    private final SortedMap<String, Any> typedPerFilterConfig;
    private final @Nullable TcpProxy tcpProxy;
    private final @Nullable String udpCluster;
    private final int statusWithoutBackend;
    private final boolean delegated;

    private RuleTranslation(
            @Nullable RouteAction routeAction,
            SortedMap<String, Any> typedPerFilterConfig,
            @Nullable TcpProxy tcpProxy,
            @Nullable String udpCluster,
            int statusWithoutBackend,
            boolean delegated) {
        this.routeAction = routeAction;
        this.typedPerFilterConfig = Collections.unmodifiableSortedMap(new TreeMap<>(typedPerFilterConfig));
        this.tcpProxy = tcpProxy;
        this.udpCluster = udpCluster;
        this.statusWithoutBackend = statusWithoutBackend;
        this.delegated = delegated;
    }

    static RuleTranslation http(
            RouteAction action, SortedMap<String, Any> typedPerFilterConfig, int statusWithoutBackend) {
        return new RuleTranslation(action, typedPerFilterConfig, null, null, statusWithoutBackend, false);
    }

    static RuleTranslation tcp(TcpProxy proxy) {
        return new RuleTranslation(null, Collections.emptySortedMap(), proxy, null, 0, false);
    }

    static RuleTranslation udp(String cluster) {
        return new RuleTranslation(null, Collections.emptySortedMap(), null, cluster, 0, false);
    }

    static RuleTranslation nothing(int statusWithoutBackend, boolean delegated) {
        return new RuleTranslation(null, Collections.emptySortedMap(), null, null, statusWithoutBackend, delegated);
    }

    /**
     * Returns the action of an HTTPRoute's or a GRPCRoute's requests: one cluster or weighted clusters, the upgrades, host
     * rewriting and timeouts that its backends need, and the status for the share of references that failed.
     */
    public Optional<RouteAction> routeAction() {
        return Optional.ofNullable(routeAction);
    }

    /** Returns what the Envoy route needs in {@code typed_per_filter_config}; with several backends the action has it. */
    public SortedMap<String, Any> typedPerFilterConfig() {
        return typedPerFilterConfig;
    }

    /** Returns the proxy of a TLSRoute's or a TCPRoute's connections; its {@code stat_prefix} names the route. */
    public Optional<TcpProxy> tcpProxy() {
        return Optional.ofNullable(tcpProxy);
    }

    /** Returns the cluster of a UDPRoute's packets: Envoy's UDP proxy knows no weights, so it is there for one backend only. */
    public Optional<String> udpCluster() {
        return Optional.ofNullable(udpCluster);
    }

    /** Returns the HTTP status that requests get which lead to no backend: 500, or 503 for gRPC; 0 if there are no requests. */
    public int statusWithoutBackend() {
        return statusWithoutBackend;
    }

    /** Returns whether the rule has no action because other HTTPRoutes decide, see kgateway's route delegation. */
    public boolean isDelegated() {
        return delegated;
    }
}
