// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.references.ResolvedRoute;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one route needs of Envoy on account of its backends. Immutable. */
public final class RouteTranslation {
    private final ResolvedRoute resolved;
    private final List<Optional<RouteAction>> actions;
    private final List<HttpFilter> httpFilters;

    RouteTranslation(ResolvedRoute resolved, List<@Nullable RouteAction> actions, List<HttpFilter> httpFilters) {
        this.resolved = resolved;
        List<Optional<RouteAction>> copy = new ArrayList<>(actions.size());
        for (RouteAction action : actions) {
            copy.add(Optional.ofNullable(action));
        }
        this.actions = List.copyOf(copy);
        this.httpFilters = List.copyOf(httpFilters);
    }

    /** Returns the references of the route and the conditions that follow from them. */
    public ResolvedRoute resolved() {
        return resolved;
    }

    /**
     * Returns, for each rule, where its requests go: one cluster or weighted clusters, the upgrades that its backends need,
     * and 500 for the share of references that failed. Empty for a rule whose every request must be answered with 500
     * because it has no backends, or none with a weight above 0; unless a filter of the rule answers by itself.
     */
    public List<Optional<RouteAction>> actions() {
        return actions;
    }

    /** Returns the HTTP filters that the listeners of this route must have, before the router, each once. */
    public List<HttpFilter> httpFilters() {
        return httpFilters;
    }

    @Override
    public String toString() {
        return resolved.toString();
    }
}
