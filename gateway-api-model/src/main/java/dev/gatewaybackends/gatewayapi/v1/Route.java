// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that routes traffic of some protocol from parents to backends.
 *
 * <p>What all kinds of routes have in common, for code that treats them alike.
 */
public interface Route extends KubernetesResource {
    /** Returns what is routed where; null only before validation. */
    RouteSpec spec();

    /** Returns what controllers last said about the route; null if nothing. */
    @Nullable
    RouteStatus status();

    /** Returns what the route attaches to. */
    default List<ParentReference> parentRefs() {
        return spec().parentRefs();
    }
}
