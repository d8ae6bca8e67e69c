// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Routes HTTP requests to backends. Mirrors {@code HTTPRoute}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.k8s.io/v1} when null
 * @param metadata the metadata
 * @param spec the rules, and the parents that the route attaches to
 * @param status what controllers last said about it
 */
@ModelType
public record HttpRoute(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid HttpRouteSpec spec,
        @Nullable RouteStatus status)
        implements Route {
    /** The API group. */
    public static final String GROUP = GatewayApi.GROUP;

    /** The kind. */
    public static final String KIND = "HTTPRoute";

    /** Applies the default. */
    public HttpRoute {
        apiVersion = apiVersion == null ? GatewayApi.API_VERSION : apiVersion;
    }

    /** Returns a route without status. */
    public static HttpRoute of(ObjectMeta metadata, HttpRouteSpec spec) {
        return new HttpRoute(GatewayApi.API_VERSION, metadata, spec, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
