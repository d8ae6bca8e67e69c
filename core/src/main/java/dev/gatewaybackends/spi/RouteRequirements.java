// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What has to be true around a cluster for its Backend to work: things that routes and listeners must add and that the proxy
 * must have. Immutable; lists keep the order of their insertion.
 */
public final class RouteRequirements {
    /** Nothing. */
    public static final RouteRequirements NONE = builder().build();

    private final List<HttpFilter> httpFilters;
    private final List<String> upgradeTypes;
    private final List<String> bootstrapSecrets;
    private final List<String> files;

    private RouteRequirements(Builder builder) {
        this.httpFilters = List.copyOf(builder.httpFilters);
        this.upgradeTypes = List.copyOf(builder.upgradeTypes);
        this.bootstrapSecrets = List.copyOf(builder.bootstrapSecrets);
        this.files = List.copyOf(builder.files);
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the HTTP filters that every listener with a route to this Backend must have, before the router. */
    public List<HttpFilter> httpFilters() {
        return httpFilters;
    }

    /** Returns the upgrades that every route to this Backend must allow, e.g. {@code websocket}. */
    public List<String> upgradeTypes() {
        return upgradeTypes;
    }

    /** Returns the names of static secrets that the proxy's bootstrap must define; Envoy refuses the cluster without. */
    public List<String> bootstrapSecrets() {
        return bootstrapSecrets;
    }

    /** Returns the paths of files that the proxy must have; Envoy refuses the cluster without. */
    public List<String> files() {
        return files;
    }

    /** Returns whether nothing is required. */
    public boolean isEmpty() {
        return httpFilters.isEmpty() && upgradeTypes.isEmpty() && bootstrapSecrets.isEmpty() && files.isEmpty();
    }

    /** Builds {@link RouteRequirements}. Not thread-safe. */
    public static final class Builder {
        private final List<HttpFilter> httpFilters = new ArrayList<>(0);
        private final List<String> upgradeTypes = new ArrayList<>(0);
        private final List<String> bootstrapSecrets = new ArrayList<>(0);
        private final List<String> files = new ArrayList<>(0);

        private Builder() {}

        /** Adds an HTTP filter of the listeners. */
        public Builder httpFilter(HttpFilter filter) {
            httpFilters.add(Objects.requireNonNull(filter, "filter"));
            return this;
        }

        /** Adds an upgrade of the routes. */
        public Builder upgradeType(String type) {
            upgradeTypes.add(Objects.requireNonNull(type, "type"));
            return this;
        }

        /** Adds a static secret of the proxy's bootstrap. */
        public Builder bootstrapSecret(String name) {
            bootstrapSecrets.add(Objects.requireNonNull(name, "name"));
            return this;
        }

        /** Adds a file of the proxy. */
        public Builder file(String path) {
            files.add(Objects.requireNonNull(path, "path"));
            return this;
        }

        /** Returns the requirements. */
        public RouteRequirements build() {
            return new RouteRequirements(this);
        }
    }
}
