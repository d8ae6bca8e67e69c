// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.v1.Service;
import org.jspecify.annotations.Nullable;

/**
 * A reference of a route to a destination of traffic.
 *
 * <p>Group and kind are never null: without them, the reference is to a Service.
 */
public interface BackendReference {
    /** Returns the group of the backend; empty for the core group. */
    String group();

    /** Returns the kind of the backend. */
    String kind();

    /** Returns the name of the backend. */
    String name();

    /** Returns the namespace of the backend; null for the one of the referrer. */
    @Nullable
    String namespace();

    /** Returns the port of the backend, which a Service needs. */
    @Nullable
    Integer port();

    /** Returns whether the backend is a Kubernetes Service. */
    default boolean isService() {
        return group().isEmpty() && kind().equals(Service.KIND);
    }
}
