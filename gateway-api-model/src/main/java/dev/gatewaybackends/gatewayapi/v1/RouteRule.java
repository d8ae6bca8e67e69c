// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a {@link Route}. */
public interface RouteRule {
    /** Returns the name; null if the rule has none. */
    @Nullable
    String name();

    /** Returns the filters for requests and responses; empty if the protocol has no filters. */
    default List<? extends RouteFilter> filters() {
        return List.of();
    }

    /** Returns the backends, in proportion to their weights; null only before validation. */
    List<? extends WeightedBackendReference> backendRefs();
}
