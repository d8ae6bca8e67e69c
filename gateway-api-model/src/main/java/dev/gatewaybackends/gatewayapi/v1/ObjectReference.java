// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.Namespace;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an object. Mirrors {@code ObjectReference}.
 *
 * @param group the group of the object; empty for the core group
 * @param kind the kind of the object
 * @param name the name of the object
 * @param namespace the namespace of the object; the one of the referrer when null
 */
@ModelType
public record ObjectReference(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @Namespace String namespace) {}
