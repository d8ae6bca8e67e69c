// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.List;
import java.util.function.Predicate;

/** What holds for the filters of an HTTPRoute and their payloads. */
final class HttpRouteFilterRules {
    private HttpRouteFilterRules() {}

    /** A list does not both redirect and rewrite. */
    static final class RedirectOrRewrite implements Predicate<List<HttpRouteFilter>> {
        @Override
        public boolean test(List<HttpRouteFilter> filters) {
            return RouteFilterRules.count(filters, HttpRouteFilterType.REQUEST_REDIRECT) == 0
                    || RouteFilterRules.count(filters, HttpRouteFilterType.URL_REWRITE) == 0;
        }
    }

    /** At most one filter is for cross-origin requests. */
    static final class CorsOnce extends RouteFilterRules.Once {
        CorsOnce() {
            super(HttpRouteFilterType.CORS);
        }
    }

    /** At most one filter redirects. */
    static final class RequestRedirectOnce extends RouteFilterRules.Once {
        RequestRedirectOnce() {
            super(HttpRouteFilterType.REQUEST_REDIRECT);
        }
    }

    /** At most one filter rewrites. */
    static final class UrlRewriteOnce extends RouteFilterRules.Once {
        UrlRewriteOnce() {
            super(HttpRouteFilterType.URL_REWRITE);
        }
    }

    /** The share of mirrored requests is said in one way. */
    static final class PercentOrFraction implements ReadsInteger<HttpRequestMirrorFilter> {
        @Override
        public boolean test(HttpRequestMirrorFilter filter) {
            return filter.percent() == null || filter.fraction() == null;
        }

        @Override
        public boolean reads(HttpRequestMirrorFilter filter, String field) {
            return field.equals("percent") && filter.fraction() != null;
        }
    }

    /** A fraction is at most one. */
    static final class NoMoreThanAll implements ReadsInteger<Fraction> {
        @Override
        public boolean test(Fraction fraction) {
            return fraction.numerator() == null || fraction.numerator() <= fraction.denominator();
        }

        @Override
        public boolean reads(Fraction fraction, String field) {
            return true;
        }
    }

    /** The type that replaces a path has the path. */
    static final class FullPathForType implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.type() != HttpPathModifierType.REPLACE_FULL_PATH || modifier.replaceFullPath() != null;
        }
    }

    /** The path has the type that replaces a path. */
    static final class TypeForFullPath implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.replaceFullPath() == null
                    || modifier.type() == null
                    || modifier.type() == HttpPathModifierType.REPLACE_FULL_PATH;
        }
    }

    /** The type that replaces a prefix has the prefix. */
    static final class PrefixMatchForType implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.type() != HttpPathModifierType.REPLACE_PREFIX_MATCH
                    || modifier.replacePrefixMatch() != null;
        }
    }

    /** The prefix has the type that replaces a prefix. */
    static final class TypeForPrefixMatch implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.replacePrefixMatch() == null
                    || modifier.type() == null
                    || modifier.type() == HttpPathModifierType.REPLACE_PREFIX_MATCH;
        }
    }

    /** A list with {@code *}, or with what is written so, has nothing else. */
    static final class WildcardAlone implements Predicate<List<?>> {
        @Override
        public boolean test(List<?> list) {
            return list.size() < 2
                    || list.stream()
                            .allMatch(item -> item == null || !item.toString().equals("*"));
        }
    }

    /** The protocol gRPC has its settings. */
    static final class GrpcForProtocol implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.protocol() != HttpExternalAuthProtocol.GRPC || filter.grpc() != null;
        }
    }

    /** The settings of gRPC have their protocol. */
    static final class ProtocolForGrpc implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.grpc() == null
                    || filter.protocol() == null
                    || filter.protocol() == HttpExternalAuthProtocol.GRPC;
        }
    }

    /** The protocol HTTP has its settings. */
    static final class HttpForProtocol implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.protocol() != HttpExternalAuthProtocol.HTTP || filter.http() != null;
        }
    }

    /** The settings of HTTP have their protocol. */
    static final class ProtocolForHttp implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.http() == null
                    || filter.protocol() == null
                    || filter.protocol() == HttpExternalAuthProtocol.HTTP;
        }
    }
}
