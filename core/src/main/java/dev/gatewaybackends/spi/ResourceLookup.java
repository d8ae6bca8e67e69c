// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.kubernetes.v1.Secret;
import org.jspecify.annotations.Nullable;

/** Where a translation finds the other resources that a Backend refers to. */
public interface ResourceLookup {
    /** Finds nothing. */
    ResourceLookup NOTHING = new ResourceLookup() {
        @Override
        public @Nullable Secret secret(String namespace, String name) {
            return null;
        }

        @Override
        public @Nullable Backend backend(String namespace, String name) {
            return null;
        }
    };

    /** Returns the Secret; null if there is none. */
    @Nullable
    Secret secret(String namespace, String name);

    /** Returns the Backend, which may be one that validation refused; null if there is none. */
    @Nullable
    Backend backend(String namespace, String name);

    /** Returns whether there is such a Backend but validation refused it, so that it has no cluster of its own. */
    default boolean isRefused(String namespace, String name) {
        return false;
    }
}
