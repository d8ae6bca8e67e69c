// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How the certificates of clients are verified. Mirrors {@code FrontendTLSValidation}.
 *
 * @param caCertificateRefs the CA certificates that are trusted; null only before validation
 * @param mode whether clients without a valid certificate are accepted; {@code AllowValidOnly} when null
 */
@ModelType
public record FrontendTlsValidation(
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid ObjectReference> caCertificateRefs,
        @DefaultJson("\"AllowValidOnly\"") FrontendValidationModeType mode) {

    /** Copies the list and applies the default. */
    public FrontendTlsValidation {
        caCertificateRefs = Copies.requiredList(caCertificateRefs);
        mode = mode == null ? FrontendValidationModeType.ALLOW_VALID_ONLY : mode;
    }
}
