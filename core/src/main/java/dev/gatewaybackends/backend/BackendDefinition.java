// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import java.util.List;

/**
 * What reading and validating a {@link Backend} need to know about its type: the part of a plugin that knows nothing of
 * Envoy.
 *
 * <p>Instances are shared between threads.
 *
 * @param <S> the record class
 */
public interface BackendDefinition<S extends BackendSource> {
    /** Returns the type; always the same. */
    BackendType<S> type();

    /**
     * Reports what the constraints on the record cannot say: what a CRD lets through although no proxy can use it.
     *
     * <p>Called only for a source that meets its constraints, before every translation. An error withholds the Backend's
     * cluster; it never counts towards the API server's verdict. Must not throw.
     */
    default void validate(S source, ValidationContext context) {}

    /**
     * Returns the ports that traffic to such a Backend goes to, each once; empty where the request or the type decides.
     *
     * <p>Shown where a reference names a port of its own, which is ignored.
     */
    default List<Integer> ports(S source) {
        return List.of();
    }
}
