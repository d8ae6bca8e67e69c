// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.scalar.CorsOrigin;
import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to cross-origin requests of browsers. Mirrors {@code HTTPCORSFilter}.
 *
 * @param allowOrigins the origins that may read responses
 * @param allowCredentials whether requests may carry credentials
 * @param allowMethods the methods that may be used
 * @param allowHeaders the headers that requests may carry
 * @param exposeHeaders the headers of responses that may be read
 * @param maxAge for how many seconds browsers may cache the answer; 5 when null
 */
@ModelType
public record HttpCorsFilter(
        @UniqueBy
        @Size(max = 64)
        @Rule(
                check = HttpRouteFilterRules.WildcardAlone.class,
                message = "AllowOrigins cannot contain '*' alongside other origins")
        List<@NotNull @CorsOrigin String> allowOrigins,

        @Nullable Boolean allowCredentials,

        @UniqueBy
        @Size(max = 9)
        @Rule(
                check = HttpRouteFilterRules.WildcardAlone.class,
                message = "AllowMethods cannot contain '*' alongside other methods")
        List<@NotNull HttpMethodWithWildcard> allowMethods,

        @UniqueBy
        @Size(max = 64)
        @Rule(
                check = HttpRouteFilterRules.WildcardAlone.class,
                message = "AllowHeaders cannot contain '*' alongside other methods")
        List<@NotNull @HeaderName String> allowHeaders,

        @UniqueBy @Size(max = 64) List<@NotNull @HeaderName String> exposeHeaders,
        @DefaultJson("5") @Min(1) Integer maxAge) {

    /** Copies the lists, null becomes empty, and applies the default. */
    public HttpCorsFilter {
        allowOrigins = Copies.list(allowOrigins);
        allowMethods = Copies.list(allowMethods);
        allowHeaders = Copies.list(allowHeaders);
        exposeHeaders = Copies.list(exposeHeaders);
        maxAge = maxAge == null ? 5 : maxAge;
    }
}
