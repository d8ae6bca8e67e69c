// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.Routes.builderOf;
import static dev.gatewaybackends.gatewayapi.v1.Routes.fullPathRedirect;
import static dev.gatewaybackends.gatewayapi.v1.Routes.mirror;
import static dev.gatewaybackends.gatewayapi.v1.Routes.parents;
import static dev.gatewaybackends.gatewayapi.v1.Routes.prefixRedirect;
import static dev.gatewaybackends.gatewayapi.v1.Routes.prefixRewrite;
import static dev.gatewaybackends.gatewayapi.v1.Routes.route;
import static dev.gatewaybackends.gatewayapi.v1.Routes.withFilters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.Violations;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the CEL rules of HTTPRoute make of unusual objects, and where they report. */
class HttpRouteEdgesTest {
    private static final HttpRouteRule EXACT = HttpRouteRuleBuilder.builder()
            .matches(List.of(HttpRouteMatch.of(HttpPathMatch.exact("/a"))))
            .build();

    private static ParentReferenceBuilder gateway() {
        return ParentReferenceBuilder.builder().name("gw");
    }

    @Test
    void parentRefs_differingInPortOnly_areValidInTheExperimentalChannelOnly() {
        HttpRouteSpec spec =
                parents(gateway().port(80).build(), gateway().port(443).build());

        assertThat(Violations.standard(spec))
                .containsExactly("parentRefs: sectionName must be unique when parentRefs includes 2 or more references "
                        + "to the same parent");
        assertThat(Violations.experimental(spec)).isEmpty();
    }

    @Test
    void parentRefs_toDifferentParents_areNotCompared() {
        HttpRouteSpec spec = parents(
                gateway().build(),
                gateway().namespace("default").build(),
                gateway().namespace("other").sectionName("http").build(),
                gateway().kind("ListenerSet").build(),
                gateway().group("").kind("Service").port(80).build(),
                ParentReference.of("gw2"));

        assertThat(Violations.standard(spec)).isEmpty();
        assertThat(Violations.experimental(spec)).isEmpty();
    }

    @Test
    void parentRefs_emptyNamespaceSectionAndZeroPort_countAsAbsent() {
        HttpRouteSpec spec = parents(
                gateway().build(),
                gateway().namespace("").sectionName("").port(0).build());

        assertThat(Violations.standard(spec))
                .contains(
                        "parentRefs: sectionName must be unique when parentRefs includes 2 or more references to the same parent")
                .doesNotContain(
                        "parentRefs: sectionName must be specified when parentRefs includes 2 or more references to the same parent");
        assertThat(Violations.experimental(spec))
                .contains(
                        "parentRefs: sectionName or port must be unique when parentRefs includes 2 or more references to the same parent");
    }

    @Test
    void prefixReplacement_twoFilters_isNotAskedForAPrefixAsInTheCrd() {
        assertThat(Violations.standard(withFilters(EXACT, prefixRedirect(), prefixRedirect())))
                .containsExactly("filters: RequestRedirect filter cannot be repeated");
    }

    @Test
    void prefixReplacement_noMatchOrTwoMatches_isReported() {
        HttpRouteMatch prefix = HttpRouteMatch.of(HttpPathMatch.prefix("/a"));
        String message = ": When using URLRewrite filter with path.replacePrefixMatch, "
                + "exactly one PathPrefix match must be specified";
        for (List<HttpRouteMatch> matches : List.of(List.<HttpRouteMatch>of(), List.of(prefix, prefix))) {
            HttpRouteRule rule = HttpRouteRuleBuilder.builder()
                    .matches(matches)
                    .filters(List.of(prefixRewrite()))
                    .build();

            assertThat(Violations.standard(rule)).containsExactly(message);
        }
    }

    @Test
    void redirect_withEmptyBackendRefs_isValid() {
        assertThat(Violations.standard(builderOf(HttpRouteRule.of())
                        .filters(List.of(fullPathRedirect()))
                        .backendRefs(List.of())
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1h, 60m, true",
        "60m, 1h1ms, false",
        "0s, 1h, true",
        "0h0m, 1h, true",
        "1s, 0s, true",
        ", 1h, true",
        "1s, , true",
        "99999h99999h99999h99998h, 99999h99999h99999h99999h, false",
        "99999h99999h99999h99999h, 99999h99999h99999h99999h, true"
    })
    void timeouts_pair_isComparedByValue(String request, String backendRequest, boolean valid) {
        assertThat(Violations.standard(new HttpRouteTimeouts(request, backendRequest))
                        .isEmpty())
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"1x, 1s, true", "1s, 1x, true", "0s, 1x, false", "1.5s, 2s, true", "2s, 1.5s, false", "-1s, 1s, true"})
    void timeouts_textThatIsNoDuration_isComparedAsInCel(String request, String backendRequest, boolean reported) {
        List<String> violations = Violations.standard(new HttpRouteTimeouts(request, backendRequest));

        assertThat(violations).anyMatch(violation -> violation.endsWith("@Matches"));
        assertThat(violations.contains(": backendRequest timeout cannot be longer than request timeout"))
                .isEqualTo(reported);
    }

    @Test
    void backendReference_toAnotherKindOrGroup_needsNoPort() {
        assertThat(Violations.standard(HttpBackendRef.backend("web"))).isEmpty();
        assertThat(Violations.standard(BackendObjectReferenceBuilder.builder()
                        .group("x.example")
                        .name("a")
                        .build()))
                .isEmpty();
        assertThat(Violations.standard(
                        BackendObjectReferenceBuilder.builder().name("a").build()))
                .containsExactly(": Must have port for Service reference");
    }

    @Test
    void rules_inAWholeRoute_areReportedWhereTheCrdHasThem() {
        HttpBackendRef backend = HttpBackendRefBuilder.builder()
                .name("a")
                .filters(List.of(prefixRewrite(), prefixRewrite()))
                .build();
        HttpRouteRule rule = HttpRouteRuleBuilder.builder()
                .matches(List.of(HttpRouteMatch.of(HttpPathMatch.prefix("a"))))
                .filters(List.of(
                        mirror(),
                        HttpRouteFilterBuilder.builder()
                                .type(HttpRouteFilterType.CORS)
                                .build()))
                .backendRefs(List.of(HttpBackendRef.backend("b"), backend))
                .timeouts(new HttpRouteTimeouts("1s", "2s"))
                .build();

        assertThat(Violations.standard(route(HttpRouteRule.of(), rule)))
                .containsExactly(
                        "spec.rules[1].backendRefs[1].filters: URLRewrite filter cannot be repeated",
                        "spec.rules[1].backendRefs[1]: Must have port for Service reference",
                        "spec.rules[1].filters[1]: filter.cors must be specified for CORS filter.type",
                        "spec.rules[1].matches[0].path: value must be an absolute path and start with '/' when type one of "
                                + "['Exact', 'PathPrefix']",
                        "spec.rules[1].timeouts: backendRequest timeout cannot be longer than request timeout");
    }

    @Test
    void incompleteRoute_anyPartMissing_isReportedWithoutException() {
        HttpRouteFilter bare = HttpRouteFilterBuilder.builder()
                .requestMirror(HttpRequestMirrorFilterBuilder.builder().build())
                .requestRedirect(HttpRequestRedirectFilterBuilder.builder()
                        .path(HttpPathModifierBuilder.builder()
                                .replaceFullPath("/a")
                                .replacePrefixMatch("/b")
                                .build())
                        .build())
                .externalAuth(HttpExternalAuthFilterBuilder.builder()
                        .grpc(new GrpcAuthConfig(List.of()))
                        .http(HttpAuthConfigBuilder.builder().build())
                        .build())
                .build();
        HttpRouteRule rule = HttpRouteRuleBuilder.builder()
                .matches(Collections.singletonList(null))
                .filters(Arrays.asList(null, bare, prefixRewrite()))
                .backendRefs(Arrays.asList(
                        null, HttpBackendRefBuilder.builder().port(1).build()))
                .build();
        HttpRouteSpec spec = HttpRouteSpecBuilder.builder()
                .parentRefs(Arrays.asList(
                        null, gateway().name(null).build(), gateway().name(null).build()))
                .hostnames(Collections.singletonList(null))
                .rules(Arrays.asList(null, rule))
                .build();

        for (List<String> violations : List.of(
                Violations.standard(HttpRoute.of(ObjectMeta.of("a", "b"), spec)),
                Violations.experimental(HttpRoute.of(ObjectMeta.of("a", "b"), spec)))) {
            assertThat(violations)
                    .isNotEmpty()
                    .allMatch(v -> v.endsWith("@NotNull") || v.endsWith("used together with backendRefs"));
        }
        assertThat(Violations.standard(HttpRouteBuilder.builder().build()))
                .containsExactly("metadata: @NotNull", "spec: @NotNull");
    }

    @Test
    void route_withTextsOfAMebibyteAndLongLists_isValidatedQuickly() {
        String text = "a.".repeat(1 << 19);
        HttpHeader header = HttpHeader.of(text, text + "\n");
        HttpBackendRef backend = HttpBackendRefBuilder.builder()
                .group(text)
                .kind(text)
                .name(text)
                .namespace(text)
                .filters(List.of(HttpRouteFilter.cors(HttpCorsFilterBuilder.builder()
                        .allowOrigins(List.of("http://" + text))
                        .build())))
                .build();
        HttpRouteRule rule = HttpRouteRuleBuilder.builder()
                .name(text)
                .matches(List.of(
                        HttpRouteMatch.of(HttpPathMatch.prefix("/" + text)),
                        HttpRouteMatch.of(HttpPathMatch.exact("%2f".repeat(1 << 18)))))
                .filters(List.of(HttpRouteFilter.requestHeaderModifier(
                        HttpHeaderFilterBuilder.builder().add(List.of(header)).build())))
                .backendRefs(List.of(backend))
                .timeouts(new HttpRouteTimeouts("1h".repeat(1 << 19), "9".repeat(1 << 20)))
                .build();
        HttpRouteSpec spec = HttpRouteSpecBuilder.builder()
                .parentRefs(Collections.nCopies(50_000, gateway().build()))
                .hostnames(List.of(text))
                .rules(List.of(rule, HttpRouteRule.of()))
                .build();

        List<String> violations = Assertions.assertTimeout(Duration.ofSeconds(20), () -> Violations.experimental(spec));

        assertThat(violations)
                .contains(
                        "hostnames[0].<list element>: @Matches",
                        "parentRefs: @Size",
                        "rules[0].timeouts.request: @Matches",
                        "rules[0].filters[0].requestHeaderModifier.add[0].value: @Matches");
    }
}
