// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

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
     * Returns where the port of such a Backend comes from, as a phrase that follows its name: {@code defines its own port,
     * 8080}.
     *
     * <p>Shown where a reference names a port of its own, which is ignored.
     */
    default String portOrigin(S source) {
        return "defines its own port";
    }

    /**
     * Returns whether such a Backend works only behind routes that speak HTTP, because filters or headers of requests are
     * part of it.
     *
     * <p>A reference from a TLSRoute, TCPRoute or UDPRoute to it is {@code InvalidKind}.
     */
    default boolean requiresHttp(S source) {
        return false;
    }
}
