// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a persistent session. Mirrors {@code SessionPersistence.cookie}; experimental channel only.
 *
 * @param name the name; the implementation chooses when null
 * @param path the path it is valid for; {@code /} when null
 * @param lifetimeType how long a client keeps it; {@code Session} when null
 */
@ModelType
public record SessionCookie(
        @Nullable @HeaderName String name,
        @DefaultJson("\"/\"") @Chars(max = 1024) String path,
        @DefaultJson("\"Session\"") CookieLifetimeType lifetimeType) {

    /** Applies the defaults. */
    public SessionCookie {
        path = path == null ? "/" : path;
        lifetimeType = lifetimeType == null ? CookieLifetimeType.SESSION : lifetimeType;
    }
}
