// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.spi.envoy.Endpoints;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;
import java.util.function.IntFunction;

/** The load assignment of a cluster: a locality for each group, an endpoint for each entry. */
final class AiEndpoints {
    private AiEndpoints() {}

    /**
     * Returns the load assignment.
     *
     * @param metadata the metadata of the target of an index
     */
    static ClusterLoadAssignment of(String clusterName, List<AiTarget> targets, IntFunction<Metadata> metadata) {
        ClusterLoadAssignment.Builder assignment =
                ClusterLoadAssignment.newBuilder().setClusterName(clusterName);
        int first = targets.get(0).entry().group();
        LocalityLbEndpoints.Builder locality = LocalityLbEndpoints.newBuilder();
        for (int i = 0; i < targets.size(); i++) {
            AiTarget target = targets.get(i);
            int group = target.entry().group() - first;
            if (group != locality.getPriority()) {
                assignment.addEndpoints(locality);
                locality = LocalityLbEndpoints.newBuilder().setPriority(group);
            }
            locality.addLbEndpoints(LbEndpoint.newBuilder()
                    .setEndpoint(Endpoint.newBuilder()
                            .setHostname(target.host())
                            .setAddress(Endpoints.socketAddress(target.host(), target.port())))
                    .setMetadata(metadata.apply(i)));
        }
        assignment.addEndpoints(locality);
        return assignment.build();
    }

    /** Returns the number of groups. */
    static int groups(List<AiTarget> targets) {
        return targets.get(targets.size() - 1).entry().group()
                - targets.get(0).entry().group()
                + 1;
    }
}
