// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.OneOf;
import dev.gatewaybackends.gatewayapi.scalar.PortNumber;
import dev.gatewaybackends.gatewayapi.scalar.PreciseHostname;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.model.NoFormat;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Redirects a client. A part of the URL that is null stays as in the request. Mirrors {@code HTTPRequestRedirectFilter}.
 *
 * @param scheme the scheme
 * @param hostname the host
 * @param path how the path is changed
 * @param port the port; when null, the well-known port of the scheme, or the port of the listener if the scheme is null too
 * @param statusCode the status code of the response; 302 when null
 */
@ModelType
public record HttpRequestRedirectFilter(
        @Nullable HttpRedirectScheme scheme,
        @Nullable @PreciseHostname String hostname,
        @Nullable @Valid HttpPathModifier path,
        @Nullable @PortNumber Integer port,

        @NoFormat @DefaultJson("302") @OneOf({301, 302, 303, 307, 308})
        Integer statusCode) {

    /** Applies the default. */
    public HttpRequestRedirectFilter {
        statusCode = statusCode == null ? 302 : statusCode;
    }
}
