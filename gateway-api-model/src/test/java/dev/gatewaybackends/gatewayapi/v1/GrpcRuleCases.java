// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;
import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.EXPERIMENTAL;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The CEL rules of GRPCRoute. */
final class GrpcRuleCases {
    private static final HttpHeaderFilter HEADERS = new HttpHeaderFilter(List.of(), List.of(), List.of("a"));
    private static final BackendObjectReference COPY = BackendObjectReference.service("copy", 80);
    private static final GrpcRouteFilter MIRROR = GrpcRouteFilter.requestMirror(HttpRequestMirrorFilter.of(COPY));

    private GrpcRuleCases() {}

    static Stream<RuleCase> all() {
        return Stream.of(
                        RouteRuleCases.parentCases(parents -> GrpcRouteSpecBuilder.builder()
                                .parentRefs(List.of(parents))
                                .build()),
                        ruleCases(),
                        filterCases(),
                        methodCases(),
                        SessionRuleCases.all())
                .flatMap(List::stream);
    }

    private static GrpcRouteSpec rules(GrpcRouteRule... rules) {
        return GrpcRouteSpecBuilder.builder().rules(List.of(rules)).build();
    }

    private static List<RuleCase> ruleCases() {
        GrpcRouteRule full = GrpcRouteRuleBuilder.builder()
                .matches(Collections.nCopies(64, GrpcRouteMatch.of(GrpcMethodMatch.of("a", "b"))))
                .build();
        GrpcRouteRule one = GrpcRouteRuleBuilder.builder()
                .matches(List.of(GrpcRouteMatchBuilder.builder().build()))
                .build();
        GrpcRouteRule named = GrpcRouteRuleBuilder.builder().name("a").build();
        return List.of(
                new RuleCase(
                        BOTH,
                        "While 16 rules and 64 matches per rule are allowed, the total number of matches across all rules "
                                + "in a route must be less than 128",
                        rules(full, full, GrpcRouteRule.of()),
                        rules(full, full, one),
                        "rules"),
                new RuleCase(
                        EXPERIMENTAL,
                        "Rule name must be unique within the route",
                        rules(named, GrpcRouteRule.of(), GrpcRouteRule.of()),
                        rules(named, GrpcRouteRule.of(), named),
                        "rules"),
                new RuleCase(
                        BOTH,
                        "Must have port for Service reference",
                        GrpcBackendRef.backend("a"),
                        GrpcBackendRefBuilder.builder().name("a").build(),
                        ""));
    }

    private static List<RuleCase> filterCases() {
        GrpcRouteFilter request = GrpcRouteFilter.requestHeaderModifier(HEADERS);
        GrpcRouteFilter response = GrpcRouteFilter.responseHeaderModifier(HEADERS);
        GrpcRouteFilter extension = GrpcRouteFilter.extensionRef(LocalObjectReference.of("a", "B", "c"));
        return Stream.of(
                        List.of(
                                repeated(
                                        "RequestHeaderModifier filter cannot be repeated",
                                        filters -> GrpcRouteRuleBuilder.builder()
                                                .filters(filters)
                                                .build(),
                                        request),
                                repeated(
                                        "ResponseHeaderModifier filter cannot be repeated",
                                        filters -> GrpcBackendRefBuilder.builder(GrpcBackendRef.service("a", 1))
                                                .filters(filters)
                                                .build(),
                                        response),
                                new RuleCase(
                                        BOTH,
                                        "Only one of percent or fraction may be specified in HTTPRequestMirrorFilter",
                                        GrpcRouteFilter.requestMirror(new HttpRequestMirrorFilter(COPY, 100, null)),
                                        GrpcRouteFilter.requestMirror(
                                                new HttpRequestMirrorFilter(COPY, 100, Fraction.of(1, 2))),
                                        "requestMirror"),
                                new RuleCase(
                                        BOTH,
                                        "numerator must be less than or equal to denominator",
                                        Fraction.of(3, 3),
                                        Fraction.of(4, 3),
                                        "")),
                        union(request, "requestHeaderModifier"),
                        union(response, "responseHeaderModifier"),
                        union(MIRROR, "requestMirror"),
                        union(extension, "extensionRef"))
                .flatMap(List::stream)
                .toList();
    }

    private static RuleCase repeated(
            String message, Function<List<GrpcRouteFilter>, Object> owner, GrpcRouteFilter filter) {
        return new RuleCase(
                BOTH,
                message,
                owner.apply(List.of(MIRROR, filter, MIRROR)),
                owner.apply(List.of(filter, MIRROR, filter)),
                "filters");
    }

    private static List<RuleCase> union(GrpcRouteFilter valid, String field) {
        GrpcRouteFilterType type = valid.type();
        GrpcRouteFilterType other = type == GrpcRouteFilterType.EXTENSION_REF
                ? GrpcRouteFilterType.REQUEST_MIRROR
                : GrpcRouteFilterType.EXTENSION_REF;
        return List.of(
                new RuleCase(
                        BOTH,
                        "filter." + field + " must be nil if the filter.type is not " + type,
                        valid,
                        GrpcRouteFilterBuilder.builder(valid).type(other).build(),
                        ""),
                new RuleCase(
                        BOTH,
                        "filter." + field + " must be specified for " + type + " filter.type",
                        valid,
                        GrpcRouteFilterBuilder.builder().type(type).build(),
                        ""));
    }

    private static List<RuleCase> methodCases() {
        String service = "service must only contain valid characters (matching "
                + "^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$)";
        String method = "method must only contain valid characters (matching ^[A-Za-z_][A-Za-z_0-9]*$)";
        GrpcMethodMatch expression = new GrpcMethodMatch(GrpcMethodMatchType.REGULAR_EXPRESSION, "", "a b");
        return List.of(
                new RuleCase(
                        BOTH,
                        "One or both of 'service' or 'method' must be specified",
                        GrpcMethodMatch.of("a", null),
                        GrpcMethodMatch.of(null, null),
                        ""),
                new RuleCase(BOTH, service, GrpcMethodMatch.of(".Shop.v1_", "b"), GrpcMethodMatch.of("a.1", "b"), ""),
                new RuleCase(BOTH, service, GrpcMethodMatch.of("\u212aelvin", "b"), GrpcMethodMatch.of("", "b"), ""),
                new RuleCase(BOTH, method, expression, GrpcMethodMatch.of("a", ""), ""),
                new RuleCase(BOTH, method, GrpcMethodMatch.of("a", "_B2"), GrpcMethodMatch.of("a", "b.c"), ""));
    }
}
