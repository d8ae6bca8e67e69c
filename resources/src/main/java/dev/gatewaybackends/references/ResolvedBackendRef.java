// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.ClusterNames;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.ResourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one reference of a route to a backend. Immutable. */
public final class ResolvedBackendRef extends ResolvedReference {
    private final String cluster;
    private final int weight;
    private final List<ResourceKey> delegates;

    private ResolvedBackendRef(
            FieldPath path,
            ResourceKey target,
            ReferenceOutcome outcome,
            String cluster,
            int weight,
            List<ResourceKey> delegates,
            @Nullable String failure) {
        super(path, target, outcome, failure);
        this.cluster = cluster;
        this.weight = weight;
        this.delegates = List.copyOf(delegates);
    }

    static ResolvedBackendRef resolved(FieldPath path, ResourceKey target, int weight, String cluster) {
        return new ResolvedBackendRef(path, target, ReferenceOutcome.RESOLVED, cluster, weight, List.of(), null);
    }

    static ResolvedBackendRef delegated(FieldPath path, ResourceKey target, int weight, List<ResourceKey> delegates) {
        return new ResolvedBackendRef(
                path, target, ReferenceOutcome.DELEGATED, ClusterNames.BLACKHOLE, weight, delegates, null);
    }

    static ResolvedBackendRef failed(
            FieldPath path, ResourceKey target, int weight, ReferenceOutcome outcome, String failure) {
        return new ResolvedBackendRef(path, target, outcome, ClusterNames.BLACKHOLE, weight, List.of(), failure);
    }

    /**
     * Returns the Envoy cluster that its share of the requests goes to; {@link ClusterNames#BLACKHOLE} where it failed, and
     * where other routes decide.
     */
    public String cluster() {
        return cluster;
    }

    /** Returns its weight; 0 means no requests. For references that are no backendRef of a rule, such as mirrors, 1. */
    public int weight() {
        return weight;
    }

    /** Returns the HTTPRoutes that decide instead, in document order; empty unless it is {@code Delegated}. */
    public List<ResourceKey> delegates() {
        return delegates;
    }
}
