// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.Routes.fullPathRedirect;
import static dev.gatewaybackends.gatewayapi.v1.Routes.mirror;
import static dev.gatewaybackends.gatewayapi.v1.Routes.prefixRewrite;
import static dev.gatewaybackends.gatewayapi.v1.Routes.withFilters;
import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;
import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.EXPERIMENTAL;

import java.util.List;
import java.util.stream.Stream;

/** The CEL rules of filters and of what the experimental channel adds to rules. */
final class FilterRuleCases {
    private static final HttpBackendRef BACKEND = HttpBackendRef.service("web", 80);
    private static final HttpHeaderFilter HEADERS = HttpHeaderFilterBuilder.builder()
            .set(List.of(HttpHeader.of("a", "b")))
            .build();
    private static final HttpRouteFilter REQUEST_HEADERS = HttpRouteFilter.requestHeaderModifier(HEADERS);
    private static final HttpRouteFilter RESPONSE_HEADERS = HttpRouteFilter.responseHeaderModifier(HEADERS);
    private static final HttpRouteFilter CORS =
            HttpRouteFilter.cors(HttpCorsFilterBuilder.builder().build());
    private static final BackendObjectReference AUTH = BackendObjectReference.service("auth", 9000);

    private FilterRuleCases() {}

    static Stream<RuleCase> all() {
        return Stream.of(listCases(), unionCases(), payloadCases(), experimentalCases(), SessionRuleCases.all())
                .flatMap(List::stream);
    }

    private static List<RuleCase> listCases() {
        return List.of(
                repeated(
                        "May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite, but not both",
                        fullPathRedirect(),
                        prefixRewrite()),
                repeated("CORS filter cannot be repeated", CORS, CORS),
                repeated("RequestHeaderModifier filter cannot be repeated", REQUEST_HEADERS, REQUEST_HEADERS),
                repeated("ResponseHeaderModifier filter cannot be repeated", RESPONSE_HEADERS, RESPONSE_HEADERS),
                repeated("RequestRedirect filter cannot be repeated", fullPathRedirect(), fullPathRedirect()),
                repeated("URLRewrite filter cannot be repeated", prefixRewrite(), prefixRewrite()));
    }

    private static RuleCase repeated(String message, HttpRouteFilter first, HttpRouteFilter second) {
        return new RuleCase(
                BOTH,
                message,
                withFilters(HttpRouteRule.of(), first, mirror(), mirror()),
                withFilters(HttpRouteRule.of(), first, mirror(), second),
                "filters");
    }

    private static List<RuleCase> unionCases() {
        HttpRouteFilter auth = HttpRouteFilter.externalAuth(new HttpExternalAuthFilter(
                HttpExternalAuthProtocol.GRPC, AUTH, new GrpcAuthConfig(List.of()), null, null));
        return Stream.of(
                        union(
                                REQUEST_HEADERS,
                                "requestHeaderModifier",
                                HttpRouteFilterBuilder.builder().requestHeaderModifier(HEADERS)),
                        union(
                                RESPONSE_HEADERS,
                                "responseHeaderModifier",
                                HttpRouteFilterBuilder.builder().responseHeaderModifier(HEADERS)),
                        union(
                                mirror(),
                                "requestMirror",
                                HttpRouteFilterBuilder.builder().requestMirror(mirror().requestMirror())),
                        union(
                                fullPathRedirect(),
                                "requestRedirect",
                                HttpRouteFilterBuilder.builder()
                                        .requestRedirect(fullPathRedirect().requestRedirect())),
                        union(
                                prefixRewrite(),
                                "urlRewrite",
                                HttpRouteFilterBuilder.builder()
                                        .urlRewrite(prefixRewrite().urlRewrite())),
                        union(CORS, "cors", HttpRouteFilterBuilder.builder().cors(CORS.cors())),
                        union(
                                HttpRouteFilter.extensionRef(LocalObjectReference.of("a", "B", "c")),
                                "extensionRef",
                                HttpRouteFilterBuilder.builder().extensionRef(LocalObjectReference.of("a", "B", "c"))),
                        union(
                                auth,
                                "externalAuth",
                                HttpRouteFilterBuilder.builder().externalAuth(auth.externalAuth())))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleCase> union(HttpRouteFilter valid, String field, HttpRouteFilterBuilder payload) {
        HttpRouteFilterType type = valid.type();
        HttpRouteFilterType other =
                type == HttpRouteFilterType.CORS ? HttpRouteFilterType.EXTENSION_REF : HttpRouteFilterType.CORS;
        RuleCase.Channels channels = type == HttpRouteFilterType.EXTERNAL_AUTH ? EXPERIMENTAL : BOTH;
        return List.of(
                new RuleCase(
                        channels,
                        "filter." + field + " must be nil if the filter.type is not " + type,
                        valid,
                        payload.type(other).build(),
                        ""),
                new RuleCase(
                        channels,
                        "filter." + field + " must be specified for " + type + " filter.type",
                        valid,
                        HttpRouteFilterBuilder.builder().type(type).build(),
                        ""));
    }

    private static List<RuleCase> payloadCases() {
        HttpPathModifierType fullPath = HttpPathModifierType.REPLACE_FULL_PATH;
        HttpPathModifierType prefixMatch = HttpPathModifierType.REPLACE_PREFIX_MATCH;
        return List.of(
                new RuleCase(
                        BOTH,
                        "Must have port for Service reference",
                        BACKEND,
                        HttpBackendRefBuilder.builder().name("a").build(),
                        ""),
                new RuleCase(
                        BOTH,
                        "Only one of percent or fraction may be specified in HTTPRequestMirrorFilter",
                        new HttpRequestMirrorFilter(AUTH, 100, null),
                        new HttpRequestMirrorFilter(AUTH, 100, Fraction.of(1, 2)),
                        ""),
                new RuleCase(
                        BOTH,
                        "numerator must be less than or equal to denominator",
                        Fraction.of(3, 3),
                        FractionBuilder.builder().numerator(101).build(),
                        ""),
                new RuleCase(
                        BOTH,
                        "replaceFullPath must be specified when type is set to 'ReplaceFullPath'",
                        HttpPathModifier.fullPath(""),
                        new HttpPathModifier(fullPath, null, null),
                        ""),
                new RuleCase(
                        BOTH,
                        "type must be 'ReplaceFullPath' when replaceFullPath is set",
                        HttpPathModifier.fullPath("/a"),
                        new HttpPathModifier(prefixMatch, "/a", "/a"),
                        ""),
                new RuleCase(
                        BOTH,
                        "replacePrefixMatch must be specified when type is set to 'ReplacePrefixMatch'",
                        HttpPathModifier.prefixMatch(""),
                        new HttpPathModifier(prefixMatch, null, null),
                        ""),
                new RuleCase(
                        BOTH,
                        "type must be 'ReplacePrefixMatch' when replacePrefixMatch is set",
                        HttpPathModifier.prefixMatch("/a"),
                        new HttpPathModifier(fullPath, "/a", "/a"),
                        ""),
                new RuleCase(
                        BOTH,
                        "AllowOrigins cannot contain '*' alongside other origins",
                        HttpCorsFilterBuilder.builder()
                                .allowOrigins(List.of("*"))
                                .build(),
                        HttpCorsFilterBuilder.builder()
                                .allowOrigins(List.of("https://a", "*"))
                                .build(),
                        "allowOrigins"),
                new RuleCase(
                        BOTH,
                        "AllowMethods cannot contain '*' alongside other methods",
                        HttpCorsFilterBuilder.builder()
                                .allowMethods(List.of(HttpMethodWithWildcard.ANY))
                                .build(),
                        HttpCorsFilterBuilder.builder()
                                .allowMethods(List.of(HttpMethodWithWildcard.GET, HttpMethodWithWildcard.ANY))
                                .build(),
                        "allowMethods"),
                new RuleCase(
                        BOTH,
                        "AllowHeaders cannot contain '*' alongside other methods",
                        HttpCorsFilterBuilder.builder()
                                .allowHeaders(List.of("*"))
                                .exposeHeaders(List.of("*", "a"))
                                .build(),
                        HttpCorsFilterBuilder.builder()
                                .allowHeaders(List.of("*", "a"))
                                .build(),
                        "allowHeaders"));
    }

    private static List<RuleCase> experimentalCases() {
        GrpcAuthConfig grpc = new GrpcAuthConfig(List.of());
        HttpAuthConfig http = HttpAuthConfigBuilder.builder().build();
        HttpExternalAuthFilter byGrpc = auth(HttpExternalAuthProtocol.GRPC, grpc, null);
        HttpExternalAuthFilter byHttp = auth(HttpExternalAuthProtocol.HTTP, null, http);
        return List.of(
                experimental(
                        "grpc must be specified when protocol is set to 'GRPC'",
                        byGrpc,
                        auth(HttpExternalAuthProtocol.GRPC, null, null)),
                experimental(
                        "protocol must be 'GRPC' when grpc is set",
                        byGrpc,
                        auth(HttpExternalAuthProtocol.HTTP, grpc, http)),
                experimental(
                        "http must be specified when protocol is set to 'HTTP'",
                        byHttp,
                        auth(HttpExternalAuthProtocol.HTTP, null, null)),
                experimental(
                        "protocol must be 'HTTP' when http is set",
                        byHttp,
                        auth(HttpExternalAuthProtocol.GRPC, grpc, http)));
    }

    private static HttpExternalAuthFilter auth(
            HttpExternalAuthProtocol protocol, GrpcAuthConfig grpc, HttpAuthConfig http) {
        return new HttpExternalAuthFilter(protocol, AUTH, grpc, http, null);
    }

    private static RuleCase experimental(String message, Object valid, Object invalid) {
        return new RuleCase(EXPERIMENTAL, message, valid, invalid, "");
    }
}
