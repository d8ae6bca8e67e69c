// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.Namespace;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A permitted referrer: all objects of a kind in a namespace. Mirrors {@code ReferenceGrantFrom}.
 *
 * @param group the group of the referrer; empty for the core group
 * @param kind the kind of the referrer
 * @param namespace the namespace of the referrer
 */
@ModelType
public record ReferenceGrantFrom(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @Namespace String namespace) {

    /** Returns a referrer. */
    public static ReferenceGrantFrom of(String group, String kind, String namespace) {
        return new ReferenceGrantFrom(group, kind, namespace);
    }
}
