// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a plugin makes of one Backend: a cluster and all that belongs to it, or nothing. Immutable. */
public final class BackendTranslation {
    private static final BackendTranslation REJECTED =
            new BackendTranslation(null, null, List.of(), Requirements.NONE, List.of());

    private final @Nullable Cluster cluster;
    private final @Nullable ClusterLoadAssignment loadAssignment;
    private final List<Secret> secrets;
    private final Requirements requirements;
    private final List<Condition> conditions;

    private BackendTranslation(
            @Nullable Cluster cluster,
            @Nullable ClusterLoadAssignment loadAssignment,
            List<Secret> secrets,
            Requirements requirements,
            List<Condition> conditions) {
        this.cluster = cluster;
        this.loadAssignment = loadAssignment;
        this.secrets = secrets;
        this.requirements = requirements;
        this.conditions = conditions;
    }

    /** Returns nothing; an error has been reported. */
    public static BackendTranslation rejected() {
        return REJECTED;
    }

    /** Returns nothing but conditions of the type's own; an error has been reported. */
    public static BackendTranslation rejected(List<Condition> conditions) {
        return new BackendTranslation(null, null, List.of(), Requirements.NONE, List.copyOf(conditions));
    }

    /** Returns a cluster that needs nothing else. */
    public static BackendTranslation of(Cluster cluster) {
        return new BackendTranslation(
                Objects.requireNonNull(cluster, "cluster"), null, List.of(), Requirements.NONE, List.of());
    }

    /** Returns a builder. */
    public static Builder builder(Cluster cluster) {
        return new Builder(cluster);
    }

    /** Returns the cluster, named {@link TranslationContext#clusterName()}; null if the Backend was rejected. */
    public @Nullable Cluster cluster() {
        return cluster;
    }

    /** Returns the endpoints of an EDS cluster; null for all others. */
    public @Nullable ClusterLoadAssignment loadAssignment() {
        return loadAssignment;
    }

    /** Returns the secrets that the cluster takes by SDS. */
    public List<Secret> secrets() {
        return secrets;
    }

    /** Returns what routes, listeners and the proxy must have for this Backend to work. */
    public Requirements requirements() {
        return requirements;
    }

    /**
     * Returns the conditions of the Backend beside {@code Accepted} that its type has, each type once. What the engine adds
     * by itself, {@code observedGeneration}, is not set.
     */
    public List<Condition> conditions() {
        return conditions;
    }

    /** Builds a {@link BackendTranslation}. Not thread-safe. */
    public static final class Builder {
        private final Cluster cluster;
        private @Nullable ClusterLoadAssignment loadAssignment;
        private final List<Secret> secrets = new ArrayList<>();
        private Requirements requirements = Requirements.NONE;
        private final List<Condition> conditions = new ArrayList<>(0);

        private Builder(Cluster cluster) {
            this.cluster = Objects.requireNonNull(cluster, "cluster");
        }

        /** Sets the endpoints of an EDS cluster, named like it. */
        public Builder loadAssignment(ClusterLoadAssignment value) {
            loadAssignment = Objects.requireNonNull(value, "loadAssignment");
            return this;
        }

        /** Adds a secret that the cluster takes by SDS. */
        public Builder secret(Secret value) {
            secrets.add(Objects.requireNonNull(value, "secret"));
            return this;
        }

        /** Sets what routes, listeners and the proxy must have. */
        public Builder requirements(Requirements value) {
            requirements = Objects.requireNonNull(value, "requirements");
            return this;
        }

        /** Adds a condition of the Backend. */
        public Builder condition(Condition value) {
            conditions.add(Objects.requireNonNull(value, "condition"));
            return this;
        }

        /** Returns the translation. */
        public BackendTranslation build() {
            return new BackendTranslation(
                    cluster, loadAssignment, List.copyOf(secrets), requirements, List.copyOf(conditions));
        }
    }
}
