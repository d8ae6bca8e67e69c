// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.cluster;

import dev.gatewaybackends.envoyrules.pgv.ViolationSink;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;

/**
 * Checks what Envoy checks when it builds a cluster and no option states: static and dynamic forward proxy clusters, DNS and
 * EDS discovery, load balancing, HTTP protocol options and TLS.
 *
 * <p>Observed on Envoy 1.40 with its stock extensions. Where an extension is not known, nothing is claimed about it.
 */
public final class ClusterRules {
    private ClusterRules() {}

    /** Reports what Envoy would refuse in a cluster. */
    public static void check(Cluster cluster, ViolationSink violations) {
        ClusterParts parts = new ClusterParts(cluster);
        DiscoveryRules.check(parts, violations);
        BalancingRules.check(parts, violations);
        HttpOptionsRules.check(parts, violations);
        SocketRules.check(parts, violations);
    }
}
