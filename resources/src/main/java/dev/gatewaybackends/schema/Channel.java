// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.StandardChannel;
import java.util.Locale;

/** The two sets of CRDs that every Gateway API release ships. */
public enum Channel {
    /** Only what is generally available. */
    STANDARD(StandardChannel.class),
    /** Everything, experimental fields and kinds included. */
    EXPERIMENTAL(ExperimentalChannel.class);

    private final Class<?> group;

    Channel(Class<?> group) {
        this.group = group;
    }

    /** Returns the validation group of the constraints that only this channel has. */
    Class<?> group() {
        return group;
    }

    /** Returns {@code standard} or {@code experimental}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
