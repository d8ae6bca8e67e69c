// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that routes traffic of some protocol from parents to backends.
 *
 * <p>It has the parts that all kinds of routes have in common.
 */
public interface Route extends KubernetesResource {
    /** Returns the spec; null only before validation. */
    RouteSpec spec();

    /** Returns the status that controllers have written; null if there is none. */
    @Nullable
    RouteStatus status();

    /** Returns the parents that the route attaches to. */
    default List<ParentReference> parentRefs() {
        return spec().parentRefs();
    }
}
