// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.Routes.builderOf;
import static dev.gatewaybackends.gatewayapi.v1.Routes.fullPathRedirect;
import static dev.gatewaybackends.gatewayapi.v1.Routes.prefixRedirect;
import static dev.gatewaybackends.gatewayapi.v1.Routes.prefixRewrite;
import static dev.gatewaybackends.gatewayapi.v1.Routes.rules;
import static dev.gatewaybackends.gatewayapi.v1.Routes.withFilters;
import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;
import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.EXPERIMENTAL;
import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.STANDARD;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The CEL rules of parentRefs, rules and path matches. */
final class RouteRuleCases {
    private static final String PLAIN = " when type one of ['Exact', 'PathPrefix']";
    private static final HttpBackendRef BACKEND = HttpBackendRef.service("web", 80);

    private RouteRuleCases() {}

    static Stream<RuleCase> all() {
        return Stream.of(parentCases(Routes::parents), ruleCases(), pathCases()).flatMap(List::stream);
    }

    /** The rules of {@code parentRefs}, which every kind of route has, on specs of one kind. */
    static List<RuleCase> parentCases(Function<ParentReference[], Object> spec) {
        ParentReference plain = ParentReference.of("gw");
        ParentReference http =
                ParentReferenceBuilder.builder(plain).sectionName("http").build();
        ParentReference https =
                ParentReferenceBuilder.builder(plain).sectionName("https").build();
        ParentReference port = ParentReferenceBuilder.builder(plain).port(80).build();
        String these = " when parentRefs includes 2 or more references to the same parent";
        return List.of(
                new RuleCase(
                        STANDARD,
                        "sectionName must be specified" + these,
                        spec.apply(new ParentReference[] {http, https}),
                        spec.apply(new ParentReference[] {http, plain}),
                        "parentRefs"),
                new RuleCase(
                        STANDARD,
                        "sectionName must be unique" + these,
                        spec.apply(new ParentReference[] {http, https}),
                        spec.apply(new ParentReference[] {http, http}),
                        "parentRefs"),
                new RuleCase(
                        EXPERIMENTAL,
                        "sectionName or port must be specified" + these,
                        spec.apply(new ParentReference[] {http, https}),
                        spec.apply(new ParentReference[] {port, http}),
                        "parentRefs"),
                new RuleCase(
                        EXPERIMENTAL,
                        "sectionName or port must be unique" + these,
                        spec.apply(new ParentReference[] {http, https}),
                        spec.apply(new ParentReference[] {port, port}),
                        "parentRefs"));
    }

    private static List<RuleCase> ruleCases() {
        HttpRouteRule full = HttpRouteRuleBuilder.builder()
                .matches(Collections.nCopies(64, HttpRouteMatch.of(HttpPathMatch.exact("/a"))))
                .build();
        HttpRouteRule exact = HttpRouteRuleBuilder.builder()
                .matches(List.of(HttpRouteMatch.of(HttpPathMatch.exact("/a"))))
                .build();
        HttpRouteRule prefix = HttpRouteRule.of();
        String one = "path.replacePrefixMatch, exactly one PathPrefix match must be specified";
        return List.of(
                new RuleCase(
                        BOTH,
                        "While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules "
                                + "in a route must be less than 128",
                        rules(full, full),
                        rules(full, full, HttpRouteRule.of()),
                        "rules"),
                new RuleCase(
                        EXPERIMENTAL,
                        "Rule name must be unique within the route",
                        rules(
                                builderOf(prefix).name("a").build(),
                                builderOf(prefix).name("b").build(),
                                prefix,
                                prefix),
                        rules(
                                builderOf(prefix).name("a").build(),
                                prefix,
                                builderOf(prefix).name("a").build()),
                        "rules"),
                new RuleCase(
                        BOTH,
                        "RequestRedirect filter must not be used together with backendRefs",
                        withFilters(prefix, fullPathRedirect()),
                        withFilters(HttpRouteRule.of(BACKEND), fullPathRedirect()),
                        ""),
                new RuleCase(
                        BOTH,
                        "When using RequestRedirect filter with " + one,
                        withFilters(prefix, prefixRedirect()),
                        withFilters(exact, prefixRedirect()),
                        ""),
                new RuleCase(
                        BOTH,
                        "When using URLRewrite filter with " + one,
                        withFilters(prefix, prefixRewrite()),
                        withFilters(exact, prefixRewrite()),
                        ""),
                new RuleCase(
                        BOTH,
                        "Within backendRefs, when using RequestRedirect filter with " + one,
                        withBackend(prefix, prefixRedirect()),
                        withBackend(exact, prefixRedirect()),
                        ""),
                new RuleCase(
                        BOTH,
                        "Within backendRefs, When using URLRewrite filter with " + one,
                        withBackend(prefix, prefixRewrite()),
                        withBackend(exact, prefixRewrite()),
                        ""),
                new RuleCase(
                        BOTH,
                        "backendRequest timeout cannot be longer than request timeout",
                        new HttpRouteTimeouts("1s", "1000ms"),
                        new HttpRouteTimeouts("1s", "1001ms"),
                        ""));
    }

    private static HttpRouteRule withBackend(HttpRouteRule rule, HttpRouteFilter... filters) {
        HttpBackendRef backend =
                HttpBackendRefBuilder.builder(BACKEND).filters(List.of(filters)).build();
        return builderOf(rule).backendRefs(List.of(backend)).build();
    }

    private static List<RuleCase> pathCases() {
        return Stream.of(
                        path("value must be an absolute path and start with '/'" + PLAIN, "a"),
                        path("must not contain '//'" + PLAIN, "/a//b"),
                        path("must not contain '/./'" + PLAIN, "/a/./b"),
                        path("must not contain '/../'" + PLAIN, "/a/../b"),
                        path("must not contain '%2f'" + PLAIN, "/a%2fb"),
                        path("must not contain '%2F'" + PLAIN, "/a%2Fb"),
                        path("must not contain '#'" + PLAIN, "/a#b"),
                        path("must not end with '/..'" + PLAIN, "/a/.."),
                        path("must not end with '/.'" + PLAIN, "/a/."),
                        path(
                                "must only contain valid characters (matching "
                                        + "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$) for types ['Exact', 'PathPrefix']",
                                "/a b"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleCase> path(String message, String path) {
        HttpPathMatch expression = new HttpPathMatch(HttpPathMatchType.REGULAR_EXPRESSION, path);
        return List.of(
                new RuleCase(BOTH, message, expression, HttpPathMatch.prefix(path), ""),
                new RuleCase(BOTH, message, HttpPathMatch.exact("/a.b/..c/%20"), HttpPathMatch.exact(path), ""));
    }
}
