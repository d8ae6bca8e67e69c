// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has to be true around a cluster for its Backend to work: things that routes and listeners must add and that the proxy
 * must have. Immutable; lists keep the order of their insertion, maps are sorted.
 */
public final class RouteRequirements {
    /** Nothing. */
    public static final RouteRequirements NONE = builder().build();

    private final List<HttpFilter> httpFilters;
    private final List<String> upgradeTypes;
    private final SortedMap<String, Any> typedPerFilterConfig;
    private final SortedMap<String, Any> streamingPerFilterConfig;
    private final boolean autoHostRewrite;
    private final boolean suppressEnvoyHeaders;
    private final @Nullable String path;
    private final @Nullable String bodyModel;
    private final @Nullable Duration timeout;
    private final @Nullable Duration idleTimeout;
    private final List<Cluster> extraClusters;
    private final List<Listener> internalListeners;
    private final List<String> bootstrapSecrets;
    private final List<String> files;

    private RouteRequirements(Builder builder) {
        this.httpFilters = List.copyOf(builder.httpFilters);
        this.upgradeTypes = List.copyOf(builder.upgradeTypes);
        this.typedPerFilterConfig = Collections.unmodifiableSortedMap(new TreeMap<>(builder.typedPerFilterConfig));
        this.streamingPerFilterConfig =
                Collections.unmodifiableSortedMap(new TreeMap<>(builder.streamingPerFilterConfig));
        this.autoHostRewrite = builder.autoHostRewrite;
        this.suppressEnvoyHeaders = builder.suppressEnvoyHeaders;
        this.path = builder.path;
        this.bodyModel = builder.bodyModel;
        this.timeout = builder.timeout;
        this.idleTimeout = builder.idleTimeout;
        this.extraClusters = List.copyOf(builder.extraClusters);
        this.internalListeners = List.copyOf(builder.internalListeners);
        this.bootstrapSecrets = List.copyOf(builder.bootstrapSecrets);
        this.files = List.copyOf(builder.files);
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the HTTP filters that every listener with a route to this Backend must have, before the router and in this
     * order. One with {@code disabled} set does nothing but on routes that name it in their {@link #typedPerFilterConfig}.
     */
    public List<HttpFilter> httpFilters() {
        return httpFilters;
    }

    /** Returns the upgrades that every route to this Backend must allow, e.g. {@code websocket}. */
    public List<String> upgradeTypes() {
        return upgradeTypes;
    }

    /**
     * Returns what every route to this Backend must have in {@code typed_per_filter_config}, by filter name; where a route
     * leads to several Backends, on the entry of this one in {@code weighted_clusters}.
     */
    public SortedMap<String, Any> typedPerFilterConfig() {
        return typedPerFilterConfig;
    }

    /**
     * Returns what routes whose answers are streamed must have beside {@link #typedPerFilterConfig}, by filter name; often
     * nothing.
     */
    public SortedMap<String, Any> streamingPerFilterConfig() {
        return streamingPerFilterConfig;
    }

    /** Returns whether routes must send the chosen endpoint's host name as Host, unless they set one themselves. */
    public boolean autoHostRewrite() {
        return autoHostRewrite;
    }

    /** Returns whether the router should keep Envoy's own headers, which name the client's host, from this Backend. */
    public boolean suppressEnvoyHeaders() {
        return suppressEnvoyHeaders;
    }

    /**
     * Returns the path, with its query, that routes must send instead of the client's; null if they need not. Only a plugin whose
     * cluster was told to leave paths to routes asks for it.
     */
    public @Nullable String path() {
        return path;
    }

    /**
     * Returns the {@code model} that the JSON body of requests must name for this Backend, which its cluster does not write; null
     * if any will do, or the Backend has several.
     */
    public @Nullable String bodyModel() {
        return bodyModel;
    }

    /** Returns the timeout that routes should have unless they set one, 0 for none; null if Envoy's default will do. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** Returns the idle timeout that routes should have; null if Envoy's default will do. */
    public @Nullable Duration idleTimeout() {
        return idleTimeout;
    }

    /** Returns clusters that the proxy needs beside the Backend's own, each once whatever the number of Backends. */
    public List<Cluster> extraClusters() {
        return extraClusters;
    }

    /** Returns internal listeners of the proxy; they need {@code envoy.bootstrap.internal_listener} in its bootstrap. */
    public List<Listener> internalListeners() {
        return internalListeners;
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
        return httpFilters.isEmpty()
                && upgradeTypes.isEmpty()
                && typedPerFilterConfig.isEmpty()
                && streamingPerFilterConfig.isEmpty()
                && !autoHostRewrite
                && !suppressEnvoyHeaders
                && path == null
                && bodyModel == null
                && timeout == null
                && idleTimeout == null
                && extraClusters.isEmpty()
                && internalListeners.isEmpty()
                && bootstrapSecrets.isEmpty()
                && files.isEmpty();
    }

    /** Builds {@link RouteRequirements}. Not thread-safe. */
    public static final class Builder {
        private final List<HttpFilter> httpFilters = new ArrayList<>(0);
        private final List<String> upgradeTypes = new ArrayList<>(0);
        private final SortedMap<String, Any> typedPerFilterConfig = new TreeMap<>();
        private final SortedMap<String, Any> streamingPerFilterConfig = new TreeMap<>();
        private boolean autoHostRewrite;
        private boolean suppressEnvoyHeaders;
        private @Nullable String path;
        private @Nullable String bodyModel;
        private @Nullable Duration timeout;
        private @Nullable Duration idleTimeout;
        private final List<Cluster> extraClusters = new ArrayList<>(0);
        private final List<Listener> internalListeners = new ArrayList<>(0);
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

        /** Adds what routes set for one filter. */
        public Builder typedPerFilterConfig(String filter, Any config) {
            typedPerFilterConfig.put(
                    Objects.requireNonNull(filter, "filter"), Objects.requireNonNull(config, "config"));
            return this;
        }

        /** Adds what routes with streamed answers set for one filter. */
        public Builder streamingPerFilterConfig(String filter, Any config) {
            streamingPerFilterConfig.put(
                    Objects.requireNonNull(filter, "filter"), Objects.requireNonNull(config, "config"));
            return this;
        }

        /** Asks for the endpoint's host name as Host. */
        public Builder autoHostRewrite(boolean value) {
            autoHostRewrite = value;
            return this;
        }

        /** Asks for no headers of Envoy's own. */
        public Builder suppressEnvoyHeaders(boolean value) {
            suppressEnvoyHeaders = value;
            return this;
        }

        /** Sets the path that routes must send. */
        public Builder path(String value) {
            path = Objects.requireNonNull(value, "path");
            return this;
        }

        /** Sets the model that bodies must name. */
        public Builder bodyModel(String value) {
            bodyModel = Objects.requireNonNull(value, "bodyModel");
            return this;
        }

        /** Sets the timeout of the routes. */
        public Builder timeout(Duration value) {
            timeout = Objects.requireNonNull(value, "timeout");
            return this;
        }

        /** Sets the idle timeout of the routes. */
        public Builder idleTimeout(Duration value) {
            idleTimeout = Objects.requireNonNull(value, "idleTimeout");
            return this;
        }

        /** Adds a cluster beside the Backend's own. Two Backends that ask for one name must ask for the same cluster. */
        public Builder extraCluster(Cluster cluster) {
            extraClusters.add(Objects.requireNonNull(cluster, "cluster"));
            return this;
        }

        /** Adds an internal listener. */
        public Builder internalListener(Listener listener) {
            internalListeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Adds a static secret of the proxy's bootstrap. */
        public Builder bootstrapSecret(String name) {
            bootstrapSecrets.add(Objects.requireNonNull(name, "name"));
            return this;
        }

        /** Adds a file of the proxy, once. */
        public Builder file(String path) {
            if (!files.contains(Objects.requireNonNull(path, "path"))) {
                files.add(path);
            }
            return this;
        }

        /** Returns the requirements. */
        public RouteRequirements build() {
            return new RouteRequirements(this);
        }
    }
}
