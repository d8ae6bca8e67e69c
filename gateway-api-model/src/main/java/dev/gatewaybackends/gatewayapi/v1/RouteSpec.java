// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spec of a {@link Route}. Mirrors {@code CommonRouteSpec}. */
public interface RouteSpec {
    /** Returns the parents that the route attaches to. */
    List<ParentReference> parentRefs();

    /** Returns the default Gateways that the route attaches to as well; null for none. */
    @Nullable
    GatewayDefaultScope useDefaultGateways();

    /** Returns the rules; null only before validation. */
    List<? extends RouteRule> rules();
}
