// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.gatewayapi.scalar.HeaderValue;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * What a header of a call must be like. Mirrors {@code GRPCHeaderMatch}.
 *
 * @param type how the value is compared; {@code Exact} when null
 * @param name the name, for which case is ignored
 * @param value what the value is compared with
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
