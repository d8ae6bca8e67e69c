// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UnionMember;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A change of the requests or responses of a rule, or of one of its backends. Mirrors {@code GRPCRouteFilter}.
 *
 * <p>A union: {@code type} says which one of the other components is set. The factories set both.
 *
 * @param type which filter it is
 * @param requestHeaderModifier how request headers are changed
 * @param responseHeaderModifier how response headers are changed
 * @param requestMirror where copies of requests go
 * @param extensionRef the filter of the implementation
 */
@ModelType
@UnionMember(type = "RequestHeaderModifier", field = "requestHeaderModifier")
@UnionMember(type = "ResponseHeaderModifier", field = "responseHeaderModifier")
@UnionMember(type = "RequestMirror", field = "requestMirror")
@UnionMember(type = "ExtensionRef", field = "extensionRef")
public record GrpcRouteFilter(
        @NotNull GrpcRouteFilterType type,
        @Nullable @Valid HttpHeaderFilter requestHeaderModifier,
        @Nullable @Valid HttpHeaderFilter responseHeaderModifier,
        @Nullable @Valid HttpRequestMirrorFilter requestMirror,
        @Nullable @Valid LocalObjectReference extensionRef)
        implements RouteFilter {

    /** Returns a filter that changes request headers. */
    public static GrpcRouteFilter requestHeaderModifier(HttpHeaderFilter payload) {
        return new GrpcRouteFilter(GrpcRouteFilterType.REQUEST_HEADER_MODIFIER, payload, null, null, null);
    }

    /** Returns a filter that changes response headers. */
    public static GrpcRouteFilter responseHeaderModifier(HttpHeaderFilter payload) {
        return new GrpcRouteFilter(GrpcRouteFilterType.RESPONSE_HEADER_MODIFIER, null, payload, null, null);
    }

    /** Returns a filter that mirrors requests. */
    public static GrpcRouteFilter requestMirror(HttpRequestMirrorFilter payload) {
        return new GrpcRouteFilter(GrpcRouteFilterType.REQUEST_MIRROR, null, null, payload, null);
    }

    /** Returns a filter of the implementation. */
    public static GrpcRouteFilter extensionRef(LocalObjectReference payload) {
        return new GrpcRouteFilter(GrpcRouteFilterType.EXTENSION_REF, null, null, null, payload);
    }
}
