// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules of all {@link Route}s have in common. */
public interface RouteRule {
    /** Returns the name; null if the rule has none. */
    @Nullable
    String name();

    /** Returns what is done to the requests and responses; empty where the protocol has no filters. */
    default List<? extends RouteFilter> filters() {
        return List.of();
    }

    /** Returns the backends, in proportion to their weights; null only before validation. */
    List<? extends WeightedBackendReference> backendRefs();
}
