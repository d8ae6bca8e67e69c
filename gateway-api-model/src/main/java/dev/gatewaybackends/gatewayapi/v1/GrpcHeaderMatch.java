// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.gatewayapi.scalar.HeaderValue;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A condition for a header of a call. Mirrors {@code GRPCHeaderMatch}.
 *
 * @param type how the value is compared; {@code Exact} when null
 * @param name the name; case is ignored
 * @param value the value to compare with
 */
@ModelType
public record GrpcHeaderMatch(
        @DefaultJson("\"Exact\"") GrpcHeaderMatchType type,
        @NotNull @HeaderName String name,
        @NotNull @HeaderValue String value) {

    /** Applies the default. */
    public GrpcHeaderMatch {
        type = type == null ? GrpcHeaderMatchType.EXACT : type;
    }

    /** Returns a match of exactly the given value. */
    public static GrpcHeaderMatch of(String name, String value) {
        return new GrpcHeaderMatch(GrpcHeaderMatchType.EXACT, name, value);
    }
}
