// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Hostname;
import dev.gatewaybackends.gatewayapi.scalar.PortNumber;
import dev.gatewaybackends.gatewayapi.scalar.ProtocolType;
import dev.gatewaybackends.gatewayapi.scalar.SectionName;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A port on which traffic enters. Mirrors {@code Listener} and, in a {@link ListenerSet}, {@code ListenerEntry}, which has the
 * same fields.
 *
 * @param name the name, unique within the Gateway or the ListenerSet
 * @param hostname the hosts of its requests; all hosts when null
 * @param port the port
 * @param protocol the protocol: {@code HTTP}, {@code HTTPS}, {@code TLS}, {@code TCP}, {@code UDP}, or a protocol of the
 *     implementation
 * @param tls the TLS settings
 * @param allowedRoutes which routes may attach; routes of the same namespace and of any kind that fits the protocol when
 *     null
 */
@ModelType
public record Listener(
        @NotNull @SectionName String name,
        @Nullable @Hostname String hostname,
        @NotNull @PortNumber Integer port,
        @NotNull @ProtocolType String protocol,
        @Nullable @Valid ListenerTlsConfig tls,

        @DefaultJson("{\"namespaces\":{\"from\":\"Same\"}}") @Valid
        AllowedRoutes allowedRoutes) {

    /** Applies the default. */
    public Listener {
        allowedRoutes = allowedRoutes == null ? AllowedRoutesBuilder.builder().build() : allowedRoutes;
    }

    /** Returns a listener without TLS for every host. */
    public static Listener of(String name, int port, String protocol) {
        return ListenerBuilder.builder()
                .name(name)
                .port(port)
                .protocol(protocol)
                .build();
    }
}
