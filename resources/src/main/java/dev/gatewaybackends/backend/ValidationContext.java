// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;

/**
 * What a plugin may look at while it validates one Backend, and where it reports. Not thread-safe.
 *
 * <p>A plugin is tested without the engine by building a context of its own.
 */
public final class ValidationContext extends BackendContext {
    private ValidationContext(Builder builder) {
        super(builder);
    }

    /** Returns a builder with the SECURE settings. */
    public static Builder builder(ObjectMeta metadata) {
        return new Builder(metadata);
    }

    /** Builds a {@link ValidationContext}. Not thread-safe. */
    public static final class Builder extends BackendContext.Builder<Builder> {
        private Builder(ObjectMeta metadata) {
            super(metadata);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Returns the context. */
        public ValidationContext build() {
            return new ValidationContext(this);
        }
    }
}
