// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.gatewayapi.scalar.HeaderValue;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A header. Mirrors {@code HTTPHeader}.
 *
 * @param name the name; case is ignored
 * @param value the value
 */
@ModelType
public record HttpHeader(
        @NotNull @HeaderName String name,

        @NotNull @HeaderValue @Matches(value = HeaderValue.VISIBLE_CHARACTERS, groups = ExperimentalChannel.class)
        String value) {

    /** Returns a header. */
    public static HttpHeader of(String name, String value) {
        return new HttpHeader(name, value);
    }
}
