// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Gateway} speaks TLS to backends. Mirrors {@code GatewayBackendTLS}.
 *
 * @param clientCertificateRef the certificate with its key that the Gateway shows to backends
 */
@ModelType
public record GatewayBackendTls(@Nullable @Valid SecretObjectReference clientCertificateRef) {}
