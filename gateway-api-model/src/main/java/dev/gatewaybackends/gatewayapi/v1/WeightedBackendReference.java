// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;

/** A reference to a backend that gets a share of a rule's traffic. */
public interface WeightedBackendReference extends BackendReference {
    /** Returns the share, in proportion to the sum of all weights of the rule; 1 by default. */
    Integer weight();

    /** Returns the filters for requests to this backend; empty if the protocol has no filters. */
    default List<? extends RouteFilter> filters() {
        return List.of();
    }
}
