// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a Backend needs beside its own cluster, endpoints and secrets, by who must act: routes, listeners or the proxy.
 * Immutable.
 */
public final class Requirements {
    /** Nothing. */
    public static final Requirements NONE = builder().build();

    private final RouteRequirements route;
    private final ListenerRequirements listener;
    private final ProxyRequirements proxy;

    private Requirements(Builder builder) {
        this.route = new RouteRequirements(builder);
        this.listener = new ListenerRequirements(builder);
        this.proxy = new ProxyRequirements(builder);
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns what every route to the Backend must have. */
    public RouteRequirements route() {
        return route;
    }

    /** Returns what every listener with a route to the Backend must have. */
    public ListenerRequirements listener() {
        return listener;
    }

    /** Returns what the proxy must have. */
    public ProxyRequirements proxy() {
        return proxy;
    }

    /** Returns whether nothing is required. */
    public boolean isEmpty() {
        return route.isEmpty() && listener.isEmpty() && proxy.isEmpty();
    }

    /** Builds {@link Requirements}; each method says in whose part its requirement goes. Not thread-safe. */
    public static final class Builder {
        final List<HttpFilter> httpFilters = new ArrayList<>(0);
        final List<String> upgradeTypes = new ArrayList<>(0);
        final SortedMap<String, Any> typedPerFilterConfig = new TreeMap<>();
        final SortedMap<String, Any> streamingPerFilterConfig = new TreeMap<>();
        boolean autoHostRewrite;
        boolean suppressEnvoyHeaders;

        @Nullable
        String path;

        @Nullable
        String bodyModel;

        @Nullable
        Duration timeout;

        @Nullable
        Duration idleTimeout;

        final List<Cluster> extraClusters = new ArrayList<>(0);
        final List<Listener> internalListeners = new ArrayList<>(0);
        final List<String> bootstrapSecrets = new ArrayList<>(0);
        final List<String> files = new ArrayList<>(0);

        private Builder() {}

        /** Adds an HTTP filter of the listeners; a listener has each once. */
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

        /** Asks routes for the endpoint's host name as Host. */
        public Builder autoHostRewrite(boolean value) {
            autoHostRewrite = value;
            return this;
        }

        /** Asks listeners for no headers of Envoy's own. */
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
        public Requirements build() {
            return new Requirements(this);
        }
    }
}
