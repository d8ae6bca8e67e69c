// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.v1.BackendTlsPolicyValidation;
import dev.gatewaybackends.gatewayapi.v1.SecretObjectReference;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings of connections to an {@link XBackend}. Mirrors {@code BackendTLS}.
 *
 * @param mode which side presents a certificate
 * @param clientCertificateRef the client's certificate with its key, for {@code ClientAndServer}
 * @param validation how the server's certificate is verified
 */
@ModelType
@Rule(
        check = XBackendRules.ClientCertificateForMode.class,
        message = "clientCertificateRef must be set if and only if mode is ClientAndServer")
public record XBackendTls(
        @NotNull XBackendTlsMode mode,
        @Nullable @Valid SecretObjectReference clientCertificateRef,
        @Nullable @Valid BackendTlsPolicyValidation validation) {}
