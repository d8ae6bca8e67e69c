// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.AbsoluteUri;
import dev.gatewaybackends.gatewayapi.scalar.Hostname;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A name in a certificate. Mirrors {@code SubjectAltName}.
 *
 * @param type which of the other components is set
 * @param hostname a DNS name, which may have a wildcard
 * @param uri a URI, e.g. of SPIFFE
 */
@ModelType
@Rule(
        check = BackendTlsRules.HostnameForType.class,
        message = "SubjectAltName element must contain Hostname, if Type is set to Hostname")
@Rule(
        check = BackendTlsRules.TypeForHostname.class,
        message = "SubjectAltName element must not contain Hostname, if Type is not set to Hostname")
@Rule(
        check = BackendTlsRules.UriForType.class,
        message = "SubjectAltName element must contain URI, if Type is set to URI")
@Rule(
        check = BackendTlsRules.TypeForUri.class,
        message = "SubjectAltName element must not contain URI, if Type is not set to URI")
public record SubjectAltName(
        @NotNull SubjectAltNameType type,
        @Nullable @Hostname String hostname,
        @Nullable @AbsoluteUri String uri) {

    /** Returns a DNS name. */
    public static SubjectAltName hostname(String hostname) {
        return new SubjectAltName(SubjectAltNameType.HOSTNAME, hostname, null);
    }

    /** Returns a URI. */
    public static SubjectAltName uri(String uri) {
        return new SubjectAltName(SubjectAltNameType.URI, null, uri);
    }
}
