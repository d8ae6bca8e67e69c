// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.Namespace;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a Secret, or to another kind that the implementation accepts instead. Mirrors {@code
 * SecretObjectReference}.
 *
 * @param group the group of the object; the core group, which is empty, when null
 * @param kind the kind of the object; {@code Secret} when null
 * @param name the name of the object
 * @param namespace the namespace of the object; the one of the referrer when null
 */
@ModelType
public record SecretObjectReference(
        @DefaultJson("\"\"") @Group String group,
        @DefaultJson("\"Secret\"") @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @Namespace String namespace) {

    /** Applies the defaults. */
    public SecretObjectReference {
        group = group == null ? "" : group;
        kind = kind == null ? Secret.KIND : kind;
    }

    /** Returns a reference to a Secret in the namespace of the referrer. */
    public static SecretObjectReference of(String name) {
        return SecretObjectReferenceBuilder.builder().name(name).build();
    }
}
