// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings of a whole {@link Gateway}. Mirrors {@code GatewayTLSConfig}.
 *
 * @param backend for the connections to backends
 * @param frontend for the connections of clients
 */
@ModelType
public record GatewayTlsConfig(
        @Nullable @Valid GatewayBackendTls backend,
        @Nullable @Valid FrontendTlsConfig frontend) {}
