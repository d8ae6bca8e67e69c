// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings for connections of clients. Mirrors {@code TLSConfig}.
 *
 * @param validation how the certificates of clients are verified; clients need no certificate when null
 */
@ModelType
public record TlsConfig(@Nullable @Valid FrontendTlsValidation validation) {}
