// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link XBackend} stands for, and how it is spoken to. Mirrors {@code BackendSpec}.
 *
 * @param type what it stands for
 * @param port the port
 * @param externalHostname the host, for {@code ExternalHostname}
 * @param protocol what is spoken to it; the implementation's choice when null
 * @param tls how TLS is spoken to it
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
