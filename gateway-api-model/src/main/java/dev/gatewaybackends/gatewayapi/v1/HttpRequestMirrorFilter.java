// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Sends copies of requests to another backend, and ignores the responses to them. Mirrors {@code HTTPRequestMirrorFilter}.
 *
 * @param backendRef the backend for the copies
 * @param percent the share of requests in percent; all requests when this and {@code fraction} are null
 * @param fraction the share of requests as a fraction
 */
@ModelType
@Rule(
        check = HttpRouteFilterRules.PercentOrFraction.class,
        message = "Only one of percent or fraction may be specified in HTTPRequestMirrorFilter")
public record HttpRequestMirrorFilter(
        @NotNull @Valid BackendObjectReference backendRef,
        @Nullable @Min(0) @Max(100) Integer percent,
        @Nullable @Valid Fraction fraction) {

    /** Returns a filter that copies every request. */
    public static HttpRequestMirrorFilter of(BackendObjectReference backendRef) {
        return new HttpRequestMirrorFilter(backendRef, null, null);
    }
}
