// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A reference to an object in the same namespace. Mirrors {@code LocalObjectReference}.
 *
 * @param group the group of the object; empty for the core group
 * @param kind the kind of the object
 * @param name the name of the object
 */
@ModelType
public record LocalObjectReference(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @ObjectName String name) {

    /** Returns a reference. */
    public static LocalObjectReference of(String group, String kind, String name) {
        return new LocalObjectReference(group, kind, name);
    }
}
