// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The destination of an {@link XBackend} and its protocol. Mirrors {@code BackendSpec}.
 *
 * @param type the type of the destination
 * @param port the port
 * @param externalHostname the host, for {@code ExternalHostname}
 * @param protocol the protocol; the implementation chooses when null
 * @param tls the TLS settings of connections to it
 */
@ModelType
@Rule(
        check = XBackendRules.HostnameForType.class,
        message = "externalHostname must be set when type is ExternalHostname and must be unset otherwise")
public record XBackendSpec(
        @NotNull XBackendType type,
        @NotNull @Valid XBackendPort port,
        @Nullable @Valid XBackendExternalHostname externalHostname,
        @Nullable XBackendProtocol protocol,
        @Nullable @Valid XBackendTls tls) {}
