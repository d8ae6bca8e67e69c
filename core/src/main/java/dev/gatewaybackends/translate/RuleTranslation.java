// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the traffic of one rule goes. Immutable.
 *
 * <p>The share of a reference that failed goes to a cluster that does not exist, so that it fails and the others are
 * unaffected. The constructors of the records are not covered by the compatibility promise.
 */
public sealed interface RuleTranslation {
    /**
     * The requests of an HTTPRoute or a GRPCRoute go to backends.
     *
     * @param action one cluster or weighted clusters, the upgrades, host rewriting and timeouts that the backends need, and
     *     the status for the share of references that failed
     * @param typedPerFilterConfig what the Envoy route needs in {@code typed_per_filter_config}; empty where there are
     *     several backends, whose entries in the action have it
     */
    record Http(RouteAction action, SortedMap<String, Any> typedPerFilterConfig) implements RuleTranslation {
        /** Requires an action; copies the configs. */
        public Http {
            Objects.requireNonNull(action, "action");
            typedPerFilterConfig = Collections.unmodifiableSortedMap(new TreeMap<>(typedPerFilterConfig));
        }
    }

    /**
     * The connections of a TLSRoute or a TCPRoute go to backends.
     *
     * @param proxy the proxy; its {@code stat_prefix} names the route
     */
    record Tcp(TcpProxy proxy) implements RuleTranslation {
        /** Requires a proxy. */
        public Tcp {
            Objects.requireNonNull(proxy, "proxy");
        }
    }

    /**
     * The packets of a UDPRoute go to one backend, because Envoy's UDP proxy has no weights.
     *
     * @param cluster the name of the cluster
     */
    record Udp(String cluster) implements RuleTranslation {
        /** Requires a cluster. */
        public Udp {
            Objects.requireNonNull(cluster, "cluster");
        }
    }

    /** Other HTTPRoutes decide, by kgateway's route delegation. */
    record Delegated() implements RuleTranslation {}

    /**
     * There is no backend, or none with a weight above 0: connections must be closed and packets dropped, unless a filter
     * answers.
     *
     * @param status the HTTP status to answer requests with: 500, or 503 for gRPC; 0 for routes without requests
     */
    record NoBackend(int status) implements RuleTranslation {}
}
