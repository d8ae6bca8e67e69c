// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A permitted target: objects of a kind in the namespace of the grant. Mirrors {@code ReferenceGrantTo}.
 *
 * @param group the group of the target; empty for the core group
 * @param kind the kind of the target
 * @param name the name of the target; any when null
 */
@ModelType
public record ReferenceGrantTo(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @Nullable @ObjectName String name) {

    /** Returns all objects of a kind. */
    public static ReferenceGrantTo of(String group, String kind) {
        return new ReferenceGrantTo(group, kind, null);
    }
}
