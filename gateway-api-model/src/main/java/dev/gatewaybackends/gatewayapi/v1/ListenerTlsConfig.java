// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.AnnotationValue;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/**
 * The TLS settings of a {@link Listener}. Mirrors {@code ListenerTLSConfig}.
 *
 * @param mode whether it terminates TLS; {@code Terminate} when null
 * @param certificateRefs the certificates with their keys
 * @param options settings of the implementation
 */
@ModelType
@Rule(
        check = ListenerRules.CertificateOrOptions.class,
        message = "certificateRefs or options must be specified when mode is Terminate")
public record ListenerTlsConfig(
        @DefaultJson("\"Terminate\"") TlsModeType mode,
        @Size(max = 64) List<@NotNull @Valid SecretObjectReference> certificateRefs,
        @Size(max = 16) Map<String, @NotNull @AnnotationValue String> options) {

    /** Copies the collections, null becomes empty, and applies the default. */
    public ListenerTlsConfig {
        mode = mode == null ? TlsModeType.TERMINATE : mode;
        certificateRefs = Copies.list(certificateRefs);
        options = Copies.map(options);
    }
}
