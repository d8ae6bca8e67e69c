// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.List;

/** Parts of HTTPRoutes for tests. */
final class Routes {
    private Routes() {}

    static HttpRoute route(HttpRouteRule... rules) {
        return HttpRoute.of(ObjectMeta.of("default", "demo"), rules(rules));
    }

    static HttpRouteSpec rules(HttpRouteRule... rules) {
        return HttpRouteSpecBuilder.builder().rules(List.of(rules)).build();
    }

    static HttpRouteSpec parents(ParentReference... parents) {
        return HttpRouteSpecBuilder.builder().parentRefs(List.of(parents)).build();
    }

    static HttpRouteRuleBuilder builderOf(HttpRouteRule rule) {
        return HttpRouteRuleBuilder.builder(rule);
    }

    static HttpRouteRule withFilters(HttpRouteRule rule, HttpRouteFilter... filters) {
        return builderOf(rule).filters(List.of(filters)).build();
    }

    static HttpRouteFilter mirror() {
        return HttpRouteFilter.requestMirror(HttpRequestMirrorFilter.of(BackendObjectReference.service("copy", 80)));
    }

    static HttpRouteFilter redirect(HttpPathModifier path) {
        return HttpRouteFilter.requestRedirect(
                HttpRequestRedirectFilterBuilder.builder().path(path).build());
    }

    static HttpRouteFilter fullPathRedirect() {
        return redirect(HttpPathModifier.fullPath("/new"));
    }

    static HttpRouteFilter prefixRedirect() {
        return redirect(HttpPathModifier.prefixMatch("/new"));
    }

    static HttpRouteFilter prefixRewrite() {
        return HttpRouteFilter.urlRewrite(new HttpUrlRewriteFilter(null, HttpPathModifier.prefixMatch("/new")));
    }
}
