// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.List;

/**
 * What Envoy checks when it builds a cluster and no option states: static and dynamic forward proxy clusters, DNS and EDS
 * discovery, load balancing, HTTP protocol options and TLS.
 *
 * <p>Observed on Envoy 1.40 with its stock extensions. Where an extension is not known, nothing is claimed about it.
 */
final class ClusterRules {
    private ClusterRules() {}

    static List<RuleViolation> check(Cluster cluster) {
        ClusterParts parts = new ClusterParts(cluster);
        Findings findings = new Findings();
        DiscoveryRules.check(parts, findings);
        BalancingRules.check(parts, findings);
        HttpOptionsRules.check(parts, findings);
        SocketRules.check(parts, findings);
        return findings.all();
    }
}
