// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.PortNumber;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * The TLS settings of one port of a {@link Gateway}. Mirrors {@code TLSPortConfig}.
 *
 * @param port the port
 * @param tls the settings
 */
@ModelType
public record TlsPortConfig(
        @NotNull @PortNumber Integer port, @NotNull @Valid TlsConfig tls) {}
