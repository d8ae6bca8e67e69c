// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A reference to the parameters of an object in its own namespace. Mirrors {@code LocalParametersReference}.
 *
 * @param group the group of the parameters; empty for the core group
 * @param kind the kind of the parameters
 * @param name the name of the parameters
 */
@ModelType
public record LocalParametersReference(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @ObjectName String name) {

    /** Returns a reference. */
    public static LocalParametersReference of(String group, String kind, String name) {
        return new LocalParametersReference(group, kind, name);
    }
}
