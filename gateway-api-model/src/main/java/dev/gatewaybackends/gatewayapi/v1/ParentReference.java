// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.Namespace;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.gatewayapi.scalar.PortNumber;
import dev.gatewaybackends.gatewayapi.scalar.SectionName;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the parent that a route attaches to, usually a Gateway. Mirrors {@code ParentReference}.
 *
 * @param group the group of the parent; {@code gateway.networking.k8s.io} when null
 * @param kind the kind of the parent; {@code Gateway} when null
 * @param namespace the namespace of the parent; the one of the route when null
 * @param name the name of the parent
 * @param sectionName the listener of a Gateway or the port name of a Service; all when null
 * @param port the port of a Gateway's listeners or of a Service; all when null
 */
@ModelType
public record ParentReference(
        @DefaultJson("\"" + GatewayApi.GROUP + "\"") @Group String group,
        @DefaultJson("\"Gateway\"") @Kind String kind,
        @Nullable @Namespace String namespace,
        @NotNull @ObjectName String name,
        @Nullable @SectionName String sectionName,
        @Nullable @PortNumber Integer port) {

    /** Applies the defaults. */
    public ParentReference {
        group = group == null ? GatewayApi.GROUP : group;
        kind = kind == null ? Gateway.KIND : kind;
    }

    /** Returns a reference to all listeners of a Gateway in the namespace of the route. */
    public static ParentReference of(String name) {
        return ParentReferenceBuilder.builder().name(name).build();
    }
}
