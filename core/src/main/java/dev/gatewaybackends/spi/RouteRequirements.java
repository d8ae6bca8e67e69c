// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every route to a Backend must have. Immutable; lists keep the order of their insertion, maps are sorted. */
public final class RouteRequirements {
    private final List<String> upgradeTypes;
    private final SortedMap<String, Any> typedPerFilterConfig;
    private final SortedMap<String, Any> streamingPerFilterConfig;
    private final boolean autoHostRewrite;
    private final @Nullable String path;
    private final @Nullable String bodyModel;
    private final @Nullable Duration timeout;
    private final @Nullable Duration idleTimeout;

    RouteRequirements(Requirements.Builder builder) {
        this.upgradeTypes = List.copyOf(builder.upgradeTypes);
        this.typedPerFilterConfig = Collections.unmodifiableSortedMap(new TreeMap<>(builder.typedPerFilterConfig));
        this.streamingPerFilterConfig =
                Collections.unmodifiableSortedMap(new TreeMap<>(builder.streamingPerFilterConfig));
        this.autoHostRewrite = builder.autoHostRewrite;
        this.path = builder.path;
        this.bodyModel = builder.bodyModel;
        this.timeout = builder.timeout;
        this.idleTimeout = builder.idleTimeout;
    }

    /** Returns the upgrades that routes must allow, e.g. {@code websocket}. */
    public List<String> upgradeTypes() {
        return upgradeTypes;
    }

    /**
     * Returns what routes must have in {@code typed_per_filter_config}, by filter name; a route that leads to several
     * Backends has it on the entry of this one in {@code weighted_clusters}.
     */
    public SortedMap<String, Any> typedPerFilterConfig() {
        return typedPerFilterConfig;
    }

    /**
     * Returns what routes with streamed answers must have beside {@link #typedPerFilterConfig}, by filter name; often
     * nothing.
     */
    public SortedMap<String, Any> streamingPerFilterConfig() {
        return streamingPerFilterConfig;
    }

    /** Returns whether routes must send the host name of the chosen endpoint as Host, unless they set one themselves. */
    public boolean autoHostRewrite() {
        return autoHostRewrite;
    }

    /**
     * Returns the path, with its query, that routes must send instead of the client's; null if they need not. Set only if a
     * setting of the plugin leaves paths to routes.
     */
    public @Nullable String path() {
        return path;
    }

    /**
     * Returns the {@code model} that the JSON body of requests must name, because the cluster does not write it; null if any
     * will do, or the Backend has several.
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

    boolean isEmpty() {
        return upgradeTypes.isEmpty()
                && typedPerFilterConfig.isEmpty()
                && streamingPerFilterConfig.isEmpty()
                && !autoHostRewrite
                && path == null
                && bodyModel == null
                && timeout == null
                && idleTimeout == null;
    }
}
