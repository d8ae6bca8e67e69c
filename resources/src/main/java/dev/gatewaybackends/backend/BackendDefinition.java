// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.settings.Setting;
import java.util.List;

/**
 * The part of a plugin that knows nothing of Envoy: what reading, validating and resolving a {@link Backend} need to know
 * about its type.
 *
 * <p>Found through {@link java.util.ServiceLoader}: give the class a public no-argument constructor and list it in
 * {@code META-INF/services/dev.gatewaybackends.backend.BackendDefinition}; or pass an instance to
 * {@link PluginRegistry.Builder#add}. A class that also translates implements {@code BackendPlugin} of the module core and
 * is listed in the same file. Instances are shared between threads.
 *
 * @param <S> the record class
 */
public interface BackendDefinition<S extends BackendSource> {
    /** Where the port of a Backend comes from unless its type says more: a phrase that follows the Backend's name. */
    String OWN_PORT = "defines its own port";

    /** Returns the type; always the same. */
    BackendType<S> type();

    /** Returns the settings that this plugin reads, so that they can be set by key and are documented. */
    default List<Setting<?>> settings() {
        return List.of();
    }

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
        return OWN_PORT;
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
