// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions for a request; all of them must hold. Mirrors {@code HTTPRouteMatch}.
 *
 * @param path the condition for the path; the prefix {@code /}, which is any path, when null
 * @param headers the conditions for headers
 * @param queryParams the conditions for query parameters
 * @param method the method; any when null
 */
@ModelType
public record HttpRouteMatch(
        @DefaultJson("{\"type\":\"PathPrefix\",\"value\":\"/\"}") @Valid
        HttpPathMatch path,

        @UniqueBy("name") @Size(max = 16) List<@NotNull @Valid HttpHeaderMatch> headers,
        @UniqueBy("name") @Size(max = 16) List<@NotNull @Valid HttpQueryParamMatch> queryParams,
        @Nullable HttpMethod method) {

    /** Copies the lists, null becomes empty, and applies the default. */
    public HttpRouteMatch {
        path = path == null ? HttpPathMatch.prefix("/") : path;
        headers = Copies.list(headers);
        queryParams = Copies.list(queryParams);
    }

    /** Returns a condition for the path only. */
    public static HttpRouteMatch of(HttpPathMatch path) {
        return HttpRouteMatchBuilder.builder().path(path).build();
    }
}
