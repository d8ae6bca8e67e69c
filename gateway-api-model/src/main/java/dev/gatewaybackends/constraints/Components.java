// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import org.jspecify.annotations.Nullable;

/** Reads the components of records by name. */
public final class Components {
    private Components() {}

    /**
     * Returns the value of a component.
     *
     * @throws IllegalStateException if there is no such component, or it cannot be read
     */
    public static @Nullable Object value(Record owner, String component) {
        try {
            return owner.getClass().getMethod(component).invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getClass().getName() + " has no readable component " + component, e);
        }
    }
}
