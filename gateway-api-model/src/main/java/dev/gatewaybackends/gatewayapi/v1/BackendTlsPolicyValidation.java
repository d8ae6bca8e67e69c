// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.PreciseHostname;
import dev.gatewaybackends.gatewayapi.scalar.WellKnownCaCertificatesType;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the certificate of a backend is verified. Mirrors {@code BackendTLSPolicyValidation}.
 *
 * @param caCertificateRefs the CA certificates that are trusted
 * @param wellKnownCaCertificates a well-known set of CA certificates that is trusted instead
 * @param hostname the server name (SNI); the certificate must be issued for it unless {@code subjectAltNames} are given
 * @param subjectAltNames the names; the certificate must have at least one of them
 */
@ModelType
@Rule(
        check = BackendTlsRules.NotBothCaCertificates.class,
        message = "must not contain both CACertificateRefs and WellKnownCACertificates")
@Rule(
        check = BackendTlsRules.SomeCaCertificates.class,
        message = "must specify either CACertificateRefs or WellKnownCACertificates")
public record BackendTlsPolicyValidation(
        @Size(max = 8) List<@NotNull @Valid LocalObjectReference> caCertificateRefs,

        @JsonProperty("wellKnownCACertificates") @Nullable @WellKnownCaCertificatesType
        String wellKnownCaCertificates,

        @NotNull @PreciseHostname String hostname,
        @Size(max = 5) List<@NotNull @Valid SubjectAltName> subjectAltNames) {

    /** Copies the lists; null becomes empty. */
    public BackendTlsPolicyValidation {
        caCertificateRefs = Copies.list(caCertificateRefs);
        subjectAltNames = Copies.list(subjectAltNames);
    }
}
