// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A condition for a query parameter of a request. Mirrors {@code HTTPQueryParamMatch}.
 *
 * @param type how the value is compared; {@code Exact} when null
 * @param name the name
 * @param value the value to compare with
 */
@ModelType
public record HttpQueryParamMatch(
        @DefaultJson("\"Exact\"") HttpQueryParamMatchType type,
        @NotNull @HeaderName String name,
        @NotNull @Chars(min = 1, max = 1024) String value) {

    /** Applies the default. */
    public HttpQueryParamMatch {
        type = type == null ? HttpQueryParamMatchType.EXACT : type;
    }

    /** Returns a match of exactly the given value. */
    public static HttpQueryParamMatch of(String name, String value) {
        return new HttpQueryParamMatch(HttpQueryParamMatchType.EXACT, name, value);
    }
}
