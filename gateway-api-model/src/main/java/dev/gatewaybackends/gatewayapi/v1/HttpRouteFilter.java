// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.UnionMember;
import dev.gatewaybackends.model.Experimental;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A change of the requests or responses of a rule, or of one of its backends. Mirrors {@code HTTPRouteFilter}.
 *
 * <p>A union: {@code type} says which one of the other components is set. The factories set both.
 *
 * @param type which filter it is
 * @param requestHeaderModifier how request headers are changed
 * @param responseHeaderModifier how response headers are changed
 * @param requestMirror where copies of requests go
 * @param requestRedirect where the client is redirected to
 * @param urlRewrite how host or path are changed before a request is forwarded
 * @param cors the answer to cross-origin requests
 * @param extensionRef the filter of the implementation
 * @param externalAuth the authorization service that allows or denies a request
 */
@ModelType
@UnionMember(type = "RequestHeaderModifier", field = "requestHeaderModifier")
@UnionMember(type = "ResponseHeaderModifier", field = "responseHeaderModifier")
@UnionMember(type = "RequestMirror", field = "requestMirror")
@UnionMember(type = "RequestRedirect", field = "requestRedirect")
@UnionMember(type = "URLRewrite", field = "urlRewrite")
@UnionMember(type = "CORS", field = "cors")
@UnionMember(type = "ExtensionRef", field = "extensionRef")
@UnionMember(type = "ExternalAuth", field = "externalAuth", groups = ExperimentalChannel.class)
public record HttpRouteFilter(
        @NotNull HttpRouteFilterType type,
        @Nullable @Valid HttpHeaderFilter requestHeaderModifier,
        @Nullable @Valid HttpHeaderFilter responseHeaderModifier,
        @Nullable @Valid HttpRequestMirrorFilter requestMirror,
        @Nullable @Valid HttpRequestRedirectFilter requestRedirect,
        @Nullable @Valid HttpUrlRewriteFilter urlRewrite,
        @Nullable @Valid HttpCorsFilter cors,
        @Nullable @Valid LocalObjectReference extensionRef,
        @Experimental @Nullable @Valid HttpExternalAuthFilter externalAuth)
        implements RouteFilter {

    /** Returns a filter that changes request headers. */
    public static HttpRouteFilter requestHeaderModifier(HttpHeaderFilter payload) {
        return filter(HttpRouteFilterType.REQUEST_HEADER_MODIFIER)
                .requestHeaderModifier(payload)
                .build();
    }

    /** Returns a filter that changes response headers. */
    public static HttpRouteFilter responseHeaderModifier(HttpHeaderFilter payload) {
        return filter(HttpRouteFilterType.RESPONSE_HEADER_MODIFIER)
                .responseHeaderModifier(payload)
                .build();
    }

    /** Returns a filter that mirrors requests. */
    public static HttpRouteFilter requestMirror(HttpRequestMirrorFilter payload) {
        return filter(HttpRouteFilterType.REQUEST_MIRROR).requestMirror(payload).build();
    }

    /** Returns a filter that redirects the client. */
    public static HttpRouteFilter requestRedirect(HttpRequestRedirectFilter payload) {
        return filter(HttpRouteFilterType.REQUEST_REDIRECT)
                .requestRedirect(payload)
                .build();
    }

    /** Returns a filter that changes host or path. */
    public static HttpRouteFilter urlRewrite(HttpUrlRewriteFilter payload) {
        return filter(HttpRouteFilterType.URL_REWRITE).urlRewrite(payload).build();
    }

    /** Returns a filter for cross-origin requests. */
    public static HttpRouteFilter cors(HttpCorsFilter payload) {
        return filter(HttpRouteFilterType.CORS).cors(payload).build();
    }

    /** Returns a filter of the implementation. */
    public static HttpRouteFilter extensionRef(LocalObjectReference payload) {
        return filter(HttpRouteFilterType.EXTENSION_REF).extensionRef(payload).build();
    }

    /** Returns a filter that calls an authorization service; experimental channel only. */
    public static HttpRouteFilter externalAuth(HttpExternalAuthFilter payload) {
        return filter(HttpRouteFilterType.EXTERNAL_AUTH).externalAuth(payload).build();
    }

    private static HttpRouteFilterBuilder filter(HttpRouteFilterType type) {
        return HttpRouteFilterBuilder.builder().type(type);
    }
}
