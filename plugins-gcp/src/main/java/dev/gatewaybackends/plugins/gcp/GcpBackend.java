// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A Google Cloud service, such as one of Cloud Run, that is called with an identity token of the proxy. Mirrors {@code
 * spec.gcp}.
 *
 * @param host the host name of the service; its port is always 443
 * @param audience the audience of the token; {@code https://<host>} if null
 */
@ModelType
public record GcpBackend(
        @NotNull @Chars(min = 1) String host,
        @Nullable @Chars(min = 1) String audience) implements BackendSource {
    /** Returns a service whose tokens are for its own host. */
    public static GcpBackend of(String host) {
        return new GcpBackend(host, null);
    }
}
