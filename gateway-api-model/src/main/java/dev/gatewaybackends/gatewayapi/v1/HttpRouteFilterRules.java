// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.List;
import java.util.function.Predicate;

/** CEL rules for the filters of an {@link HttpRoute} and their payloads. */
final class HttpRouteFilterRules {
    private HttpRouteFilterRules() {}

    /** A list does not have both a redirect and a rewrite. */
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

    /** The share of mirrored requests is a percentage or a fraction, not both. */
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

    /** The type {@code ReplaceFullPath} has its value. */
    static final class FullPathForType implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.type() != HttpPathModifierType.REPLACE_FULL_PATH || modifier.replaceFullPath() != null;
        }
    }

    /** Only the type {@code ReplaceFullPath} has a full path. */
    static final class TypeForFullPath implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.replaceFullPath() == null
                    || modifier.type() == null
                    || modifier.type() == HttpPathModifierType.REPLACE_FULL_PATH;
        }
    }

    /** The type {@code ReplacePrefixMatch} has its value. */
    static final class PrefixMatchForType implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.type() != HttpPathModifierType.REPLACE_PREFIX_MATCH
                    || modifier.replacePrefixMatch() != null;
        }
    }

    /** Only the type {@code ReplacePrefixMatch} has a prefix. */
    static final class TypeForPrefixMatch implements Predicate<HttpPathModifier> {
        @Override
        public boolean test(HttpPathModifier modifier) {
            return modifier.replacePrefixMatch() == null
                    || modifier.type() == null
                    || modifier.type() == HttpPathModifierType.REPLACE_PREFIX_MATCH;
        }
    }

    /** A list with an item whose literal is {@code *} has no other items. */
    static final class WildcardAlone implements Predicate<List<?>> {
        @Override
        public boolean test(List<?> list) {
            return list.size() < 2
                    || list.stream()
                            .allMatch(item -> item == null || !item.toString().equals("*"));
        }
    }

    /** The protocol gRPC has gRPC settings. */
    static final class GrpcForProtocol implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.protocol() != HttpExternalAuthProtocol.GRPC || filter.grpc() != null;
        }
    }

    /** Only the protocol gRPC has gRPC settings. */
    static final class ProtocolForGrpc implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.grpc() == null
                    || filter.protocol() == null
                    || filter.protocol() == HttpExternalAuthProtocol.GRPC;
        }
    }

    /** The protocol HTTP has HTTP settings. */
    static final class HttpForProtocol implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.protocol() != HttpExternalAuthProtocol.HTTP || filter.http() != null;
        }
    }

    /** Only the protocol HTTP has HTTP settings. */
    static final class ProtocolForHttp implements Predicate<HttpExternalAuthFilter> {
        @Override
        public boolean test(HttpExternalAuthFilter filter) {
            return filter.http() == null
                    || filter.protocol() == null
                    || filter.protocol() == HttpExternalAuthProtocol.HTTP;
        }
    }
}
