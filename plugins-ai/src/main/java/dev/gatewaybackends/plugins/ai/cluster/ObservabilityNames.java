// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.spi.envoy.NewerFields;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.List;

/** The names of entries as those of their endpoints, which tell endpoints of one address apart in what Envoy shows. */
final class ObservabilityNames {
    /** The release of Envoy since which an endpoint has one. */
    private static final int ENDPOINT_NAME = 39;

    private static final int OBSERVABILITY_NAME_FIELD = 5;

    private ObservabilityNames() {}

    /** Sets the names in the load assignment of these targets, where there are several and Envoy takes them. */
    static void set(ClusterLoadAssignment.Builder assignment, List<AiTarget> targets, EnvoyVersion version) {
        if (targets.size() == 1 || !version.isAtLeast(ENDPOINT_NAME)) {
            return;
        }
        int next = 0;
        for (var locality : assignment.getEndpointsBuilderList()) {
            for (var endpoint : locality.getLbEndpointsBuilderList()) {
                String name = targets.get(next++).entry().name();
                if (name != null) {
                    NewerFields.set(endpoint.getEndpointBuilder(), OBSERVABILITY_NAME_FIELD, name);
                }
            }
        }
    }
}
