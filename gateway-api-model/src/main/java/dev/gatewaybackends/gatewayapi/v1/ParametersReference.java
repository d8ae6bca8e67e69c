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
 * A reference to the parameters of a cluster-scoped object. Mirrors {@code ParametersReference}.
 *
 * @param group the group of the parameters; empty for the core group
 * @param kind the kind of the parameters
 * @param name the name of the parameters
 * @param namespace the namespace of the parameters; null if they are cluster-scoped
 */
@ModelType
public record ParametersReference(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @Namespace String namespace) {}
