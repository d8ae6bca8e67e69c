// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an authorization service that is called over HTTP. Mirrors {@code HTTPAuthConfig}; experimental channel
 * only.
 *
 * @param path the prefix for the path of the request
 * @param allowedHeaders the request headers that are sent to it
 * @param allowedResponseHeaders the headers of its response that are sent to the backend
 */
@ModelType
public record HttpAuthConfig(
        @Nullable @Chars(max = 1024) @Matches(HttpPathMatchRules.PathCharacters.PATTERN)
        String path,

        @UniqueBy @Size(max = 64) List<@NotNull String> allowedHeaders,
        @UniqueBy @Size(max = 64) List<@NotNull String> allowedResponseHeaders) {

    /** Copies the lists; null becomes empty. */
    public HttpAuthConfig {
        allowedHeaders = Copies.list(allowedHeaders);
        allowedResponseHeaders = Copies.list(allowedResponseHeaders);
    }
}
