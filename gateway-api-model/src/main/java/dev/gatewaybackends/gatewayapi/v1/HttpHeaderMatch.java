// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.gatewayapi.scalar.HeaderValue;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A condition for a header of a request. Mirrors {@code HTTPHeaderMatch}.
 *
 * @param type how the value is compared; {@code Exact} when null
 * @param name the name; case is ignored
 * @param value the value to compare with
 */
@ModelType
public record HttpHeaderMatch(
        @DefaultJson("\"Exact\"") HttpHeaderMatchType type,
        @NotNull @HeaderName String name,

        @NotNull @HeaderValue @Matches(value = HeaderValue.VISIBLE_CHARACTERS, groups = ExperimentalChannel.class)
        String value) {

    /** Applies the default. */
    public HttpHeaderMatch {
        type = type == null ? HttpHeaderMatchType.EXACT : type;
    }

    /** Returns a match of exactly the given value. */
    public static HttpHeaderMatch of(String name, String value) {
        return new HttpHeaderMatch(HttpHeaderMatchType.EXACT, name, value);
    }
}
