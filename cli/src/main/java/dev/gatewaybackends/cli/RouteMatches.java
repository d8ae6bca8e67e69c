// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.gatewayapi.v1.HttpHeaderMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpHeaderMatchType;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpQueryParamMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpQueryParamMatchType;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteMatch;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;

/** Envoy's form of a match of an HTTPRoute. */
final class RouteMatches {
    private RouteMatches() {}

    static RouteMatch of(HttpRouteMatch match) {
        RouteMatch.Builder envoy = RouteMatch.newBuilder();
        path(match.path(), envoy);
        if (match.method() != null) {
            envoy.addHeaders(HeaderMatcher.newBuilder()
                    .setName(":method")
                    .setStringMatch(exact(match.method().toString())));
        }
        for (HttpHeaderMatch header : match.headers()) {
            envoy.addHeaders(HeaderMatcher.newBuilder()
                    .setName(header.name())
                    .setStringMatch(
                            header.type() == HttpHeaderMatchType.EXACT
                                    ? exact(header.value())
                                    : regex(header.value())));
        }
        for (HttpQueryParamMatch parameter : match.queryParams()) {
            envoy.addQueryParameters(QueryParameterMatcher.newBuilder()
                    .setName(parameter.name())
                    .setStringMatch(
                            parameter.type() == HttpQueryParamMatchType.EXACT
                                    ? exact(parameter.value())
                                    : regex(parameter.value())));
        }
        return envoy.build();
    }

    private static void path(HttpPathMatch path, RouteMatch.Builder envoy) {
        String value = path.value();
        switch (path.type()) {
            case EXACT -> envoy.setPath(value);
            case REGULAR_EXPRESSION ->
                envoy.setSafeRegex(RegexMatcher.newBuilder().setRegex(value));
            case PATH_PREFIX -> {
                // Whole path elements match, so a slash at the end says nothing.
                String prefix = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
                if (prefix.isEmpty()) {
                    envoy.setPrefix("/");
                } else {
                    envoy.setPathSeparatedPrefix(prefix);
                }
            }
        }
    }

    private static StringMatcher exact(String value) {
        return StringMatcher.newBuilder().setExact(value).build();
    }

    private static StringMatcher regex(String value) {
        return StringMatcher.newBuilder()
                .setSafeRegex(RegexMatcher.newBuilder().setRegex(value))
                .build();
    }
}
