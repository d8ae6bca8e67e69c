// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.List;

/** Start-up. */
final class ClusterRules {
    private ClusterRules() {}

    static List<RuleViolation> check(Cluster cluster) {
        return List.of();
    }
}
