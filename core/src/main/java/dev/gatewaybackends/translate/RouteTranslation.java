// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.references.ResolvedRoute;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/** What one route needs of Envoy on account of its backends. Immutable. */
public final class RouteTranslation {
    private final ResolvedRoute resolved;
    private final List<RuleTranslation> rules;
    private final List<HttpFilter> httpFilters;
    private final boolean suppressEnvoyHeaders;

    RouteTranslation(
            ResolvedRoute resolved,
            List<RuleTranslation> rules,
            List<HttpFilter> httpFilters,
            boolean suppressEnvoyHeaders) {
        this.resolved = resolved;
        this.rules = List.copyOf(rules);
        this.httpFilters = List.copyOf(httpFilters);
        this.suppressEnvoyHeaders = suppressEnvoyHeaders;
    }

    /** Returns the references of the route and the conditions that follow from them. */
    public ResolvedRoute resolved() {
        return resolved;
    }

    /** Returns, for each rule in document order, where its traffic goes. */
    public List<RuleTranslation> rules() {
        return rules;
    }

    /** Returns the HTTP filters that the listeners of this route must have, before the router, each once. */
    public List<HttpFilter> httpFilters() {
        return httpFilters;
    }

    /** Returns whether the router should keep Envoy's own headers from a backend of this route. */
    public boolean suppressEnvoyHeaders() {
        return suppressEnvoyHeaders;
    }

    @Override
    public String toString() {
        return resolved.toString();
    }
}
