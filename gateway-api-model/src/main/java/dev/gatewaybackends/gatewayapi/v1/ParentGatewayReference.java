// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.Namespace;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the Gateway that a {@link ListenerSet} adds listeners to. Mirrors {@code ParentGatewayReference}.
 *
 * @param group the group of the parent; {@code gateway.networking.k8s.io} when null
 * @param kind the kind of the parent; {@code Gateway} when null
 * @param name the name of the parent
 * @param namespace the namespace of the parent; the one of the ListenerSet when null
 */
@ModelType
public record ParentGatewayReference(
        @DefaultJson("\"" + GatewayApi.GROUP + "\"") @Group String group,
        @DefaultJson("\"Gateway\"") @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @Namespace String namespace) {

    /** Applies the defaults. */
    public ParentGatewayReference {
        group = group == null ? GatewayApi.GROUP : group;
        kind = kind == null ? Gateway.KIND : kind;
    }

    /** Returns a reference to a Gateway in the namespace of the ListenerSet. */
    public static ParentGatewayReference of(String name) {
        return ParentGatewayReferenceBuilder.builder().name(name).build();
    }
}
