// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings of a {@link Gateway} for connections to backends. Mirrors {@code GatewayBackendTLS}.
 *
 * @param clientCertificateRef the certificate, with its key, that the Gateway presents to backends
 */
@ModelType
public record GatewayBackendTls(@Nullable @Valid SecretObjectReference clientCertificateRef) {}
