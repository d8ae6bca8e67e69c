// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;

/** What every listener with a route to a Backend must have. Immutable. */
public final class ListenerRequirements {
    private final List<HttpFilter> httpFilters;
    private final boolean suppressEnvoyHeaders;

    ListenerRequirements(Requirements.Builder builder) {
        this.httpFilters = List.copyOf(builder.httpFilters);
        this.suppressEnvoyHeaders = builder.suppressEnvoyHeaders;
    }

    /**
     * Returns the HTTP filters that listeners must have, before the router and in this order. A filter with {@code disabled}
     * set acts only on routes that name it in their {@link RouteRequirements#typedPerFilterConfig}.
     */
    public List<HttpFilter> httpFilters() {
        return httpFilters;
    }

    /** Returns whether the router should keep Envoy's own headers, which name the client's host, from the Backend. */
    public boolean suppressEnvoyHeaders() {
        return suppressEnvoyHeaders;
    }

    boolean isEmpty() {
        return httpFilters.isEmpty() && !suppressEnvoyHeaders;
    }
}
