// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.ClusterNames;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.ResourceKey;
import org.jspecify.annotations.Nullable;

/** What became of one reference of a route to a backend. Immutable. */
public final class ResolvedBackendRef {
    private final FieldPath path;
    private final ResourceKey target;
    private final ReferenceOutcome outcome;
    private final String cluster;
    private final int weight;
    private final @Nullable String failure;

    private ResolvedBackendRef(
            FieldPath path,
            ResourceKey target,
            ReferenceOutcome outcome,
            String cluster,
            int weight,
            @Nullable String failure) {
        this.path = path;
        this.target = target;
        this.outcome = outcome;
        this.cluster = cluster;
        this.weight = weight;
        this.failure = failure;
    }

    static ResolvedBackendRef resolved(FieldPath path, ResourceKey target, int weight, String cluster) {
        return new ResolvedBackendRef(path, target, ReferenceOutcome.RESOLVED, cluster, weight, null);
    }

    static ResolvedBackendRef failed(
            FieldPath path, ResourceKey target, int weight, ReferenceOutcome outcome, String failure) {
        return new ResolvedBackendRef(path, target, outcome, ClusterNames.BLACKHOLE, weight, failure);
    }

    /** Returns the path of the reference within its route. */
    public FieldPath path() {
        return path;
    }

    /** Returns what it refers to, defaults applied. */
    public ResourceKey target() {
        return target;
    }

    /** Returns whether it can be used, and if not, why. */
    public ReferenceOutcome outcome() {
        return outcome;
    }

    /** Returns whether it can be used. */
    public boolean isResolved() {
        return outcome == ReferenceOutcome.RESOLVED;
    }

    /** Returns the Envoy cluster that its share of the requests goes to; {@link ClusterNames#BLACKHOLE} where it failed. */
    public String cluster() {
        return cluster;
    }

    /** Returns its weight; 0 means no requests. For references that are no backendRef of a rule, such as mirrors, 1. */
    public int weight() {
        return weight;
    }

    /** Returns why it cannot be used; null if it can. */
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public String toString() {
        return path + " -> " + target + " (" + outcome + ")";
    }
}
