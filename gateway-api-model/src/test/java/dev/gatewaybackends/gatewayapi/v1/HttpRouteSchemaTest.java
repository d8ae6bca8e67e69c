// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.Routes.withFilters;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewaybackends.gatewayapi.Violations;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of the limits of the schema. */
class HttpRouteSchemaTest {
    private static <T> List<T> distinct(int size, IntFunction<T> item) {
        return IntStream.range(0, size).mapToObj(item).toList();
    }

    /** What has a number of items or characters, the greatest number, and what is reported beyond. */
    static Stream<Arguments> upperLimits() {
        IntFunction<Object> parents = n -> HttpRouteSpecBuilder.builder()
                .parentRefs(distinct(n, i -> ParentReference.of("gw" + i)))
                .build();
        IntFunction<Object> hostnames =
                n -> HttpRouteSpecBuilder.builder().hostnames(nCopies(n, "a")).build();
        IntFunction<Object> rules = n -> HttpRouteSpecBuilder.builder()
                .rules(nCopies(n, HttpRouteRule.of()))
                .build();
        IntFunction<Object> matches = n -> HttpRouteRuleBuilder.builder()
                .matches(nCopies(n, HttpRouteMatch.of(HttpPathMatch.prefix("/"))))
                .build();
        IntFunction<Object> filters =
                n -> withFilters(HttpRouteRule.of(), nCopies(n, Routes.mirror()).toArray(new HttpRouteFilter[0]));
        IntFunction<Object> backends = n -> HttpRouteRuleBuilder.builder()
                .backendRefs(nCopies(n, HttpBackendRef.service("a", 1)))
                .build();
        IntFunction<Object> backendFilters = n -> HttpBackendRefBuilder.builder(HttpBackendRef.service("a", 1))
                .filters(nCopies(n, Routes.mirror()))
                .build();
        IntFunction<Object> headers = n -> HttpRouteMatchBuilder.builder()
                .headers(distinct(n, i -> HttpHeaderMatch.of("h" + i, "v")))
                .build();
        IntFunction<Object> params = n -> HttpRouteMatchBuilder.builder()
                .queryParams(distinct(n, i -> HttpQueryParamMatch.of("h" + i, "v")))
                .build();
        IntFunction<Object> set = n -> HttpHeaderFilterBuilder.builder()
                .set(distinct(n, i -> HttpHeader.of("h" + i, "v")))
                .build();
        IntFunction<Object> add = n -> HttpHeaderFilterBuilder.builder()
                .add(distinct(n, i -> HttpHeader.of("h" + i, "v")))
                .build();
        IntFunction<Object> remove = n -> HttpHeaderFilterBuilder.builder()
                .remove(distinct(n, i -> "h" + i))
                .build();
        IntFunction<Object> origins = n -> HttpCorsFilterBuilder.builder()
                .allowOrigins(distinct(n, i -> "http://h" + i))
                .build();
        IntFunction<Object> allowHeaders = n -> HttpCorsFilterBuilder.builder()
                .allowHeaders(distinct(n, i -> "h" + i))
                .build();
        IntFunction<Object> exposeHeaders = n -> HttpCorsFilterBuilder.builder()
                .exposeHeaders(distinct(n, i -> "h" + i))
                .build();
        IntFunction<Object> authHeaders = n -> HttpAuthConfigBuilder.builder()
                .allowedHeaders(distinct(n, i -> "h" + i))
                .build();
        IntFunction<Object> paramValue = n -> HttpQueryParamMatch.of("a", "x".repeat(n));
        IntFunction<Object> pathValue = n -> HttpPathMatch.exact("/" + "x".repeat(n - 1));
        IntFunction<Object> fullPath = n -> HttpPathModifier.fullPath("x".repeat(n));
        IntFunction<Object> prefix = n -> HttpPathModifier.prefixMatch("x".repeat(n));
        IntFunction<Object> cookiePath =
                n -> SessionCookieBuilder.builder().path("x".repeat(n)).build();
        IntFunction<Object> authPath =
                n -> HttpAuthConfigBuilder.builder().path("x".repeat(n)).build();
        return Stream.of(
                arguments(parents, 32, "parentRefs: @Size"),
                arguments(hostnames, 16, "hostnames: @Size"),
                arguments(rules, 16, "rules: @Size"),
                arguments(matches, 64, "matches: @Size"),
                arguments(filters, 16, "filters: @Size"),
                arguments(backends, 16, "backendRefs: @Size"),
                arguments(backendFilters, 16, "filters: @Size"),
                arguments(headers, 16, "headers: @Size"),
                arguments(params, 16, "queryParams: @Size"),
                arguments(set, 16, "set: @Size"),
                arguments(add, 16, "add: @Size"),
                arguments(remove, 16, "remove: @Size"),
                arguments(origins, 64, "allowOrigins: @Size"),
                arguments(allowHeaders, 64, "allowHeaders: @Size"),
                arguments(exposeHeaders, 64, "exposeHeaders: @Size"),
                arguments(authHeaders, 64, "allowedHeaders: @Size"),
                arguments(paramValue, 1024, "value: @Chars"),
                arguments(pathValue, 1024, "value: @Chars"),
                arguments(fullPath, 1024, "replaceFullPath: @Chars"),
                arguments(prefix, 1024, "replacePrefixMatch: @Chars"),
                arguments(cookiePath, 1024, "path: @Chars"),
                arguments(authPath, 1024, "path: @Chars"));
    }

    @ParameterizedTest
    @MethodSource("upperLimits")
    void size_atAndBeyondTheLimit_isValidAndReported(IntFunction<Object> subject, int limit, String violation) {
        assertThat(Violations.experimental(subject.apply(limit))).isEmpty();
        assertThat(Violations.experimental(subject.apply(limit + 1))).containsExactly(violation);
    }

    @Test
    void rules_explicitlyEmpty_stayEmptyAndAreReported() {
        assertThat(Violations.standard(Routes.rules())).containsExactly("rules: @Size");
    }

    @ParameterizedTest
    @CsvSource({"-1, @Min", "0, ", "1000000, ", "1000001, @Max"})
    void weight_value_isWithinItsRange(int weight, String constraint) {
        HttpBackendRef backend = HttpBackendRefBuilder.builder(HttpBackendRef.backend("a"))
                .weight(weight)
                .build();

        assertThat(Violations.standard(backend))
                .isEqualTo(constraint == null ? List.of() : List.of("weight: " + constraint));
    }

    @ParameterizedTest
    @CsvSource({"-1, @Min", "0, ", "100, ", "101, @Max"})
    void percent_value_isWithinItsRange(int percent, String constraint) {
        HttpRequestMirrorFilter mirror =
                new HttpRequestMirrorFilter(BackendObjectReference.backend("a"), percent, null);

        assertThat(Violations.standard(mirror))
                .isEqualTo(constraint == null ? List.of() : List.of("percent: " + constraint));
    }

    @ParameterizedTest
    @CsvSource({"300, false", "301, true", "302, true", "303, true", "304, false", "307, true", "308, true"})
    void redirectStatusCode_value_isOneOfFive(int code, boolean valid) {
        assertThat(Violations.standard(HttpRequestRedirectFilterBuilder.builder()
                        .statusCode(code)
                        .build()))
                .isEqualTo(valid ? List.of() : List.of("statusCode: @OneOf"));
    }

    @Test
    void retry_values_areWithinTheirRanges() {
        assertThat(Violations.experimental(new HttpRouteRetry(List.of(400, 599), 1L << 40, "1s")))
                .isEmpty();
        assertThat(Violations.experimental(new HttpRouteRetry(List.of(399, 600, 600), 0L, "1")))
                .containsExactly(
                        "attempts: @Min",
                        "backoff: @Matches",
                        "codes[0].<list element>: @Min",
                        "codes[1].<list element>: @Max",
                        "codes[2].<list element>: @Max",
                        "codes[2]: @UniqueBy");
    }

    @Test
    void smallestNumbers_oneLess_areReported() {
        assertThat(Violations.standard(Fraction.of(0, 1))).isEmpty();
        assertThat(Violations.standard(Fraction.of(-1, 0))).containsExactly("denominator: @Min", "numerator: @Min");
        assertThat(Violations.standard(HttpCorsFilterBuilder.builder().maxAge(0).build()))
                .containsExactly("maxAge: @Min");
        assertThat(Violations.experimental(new ForwardBodyConfig(0))).isEmpty();
        assertThat(Violations.experimental(new ForwardBodyConfig(-1))).containsExactly("maxSize: @Min");
    }

    @Test
    void mapLists_sameName_areReportedAndCaseMakesADifference() {
        List<HttpHeader> headers =
                List.of(HttpHeader.of("Foo", "1"), HttpHeader.of("foo", "1"), HttpHeader.of("Foo", "2"));

        assertThat(Violations.standard(new HttpHeaderFilter(headers, headers, List.of("a", "", "a"))))
                .containsExactly("add[2]: @UniqueBy", "remove[2]: @UniqueBy", "set[2]: @UniqueBy");
    }

    @Test
    void sets_sameItem_areReported() {
        HttpCorsFilter cors = HttpCorsFilterBuilder.builder()
                .allowOrigins(List.of("http://a", "http://a"))
                .allowMethods(nCopies(10, HttpMethodWithWildcard.GET))
                .exposeHeaders(List.of("a", "A", "a"))
                .build();

        assertThat(Violations.standard(cors))
                .containsExactly(
                        "allowMethods: @Size",
                        "allowMethods[1]: @UniqueBy",
                        "allowOrigins[1]: @UniqueBy",
                        "exposeHeaders[2]: @UniqueBy");
    }

    @Test
    void externalAuthPath_empty_isReported() {
        assertThat(Violations.experimental(
                        HttpAuthConfigBuilder.builder().path("").build()))
                .containsExactly("path: @Matches");
        assertThat(Violations.experimental(
                        HttpAuthConfigBuilder.builder().path("a//b#").build()))
                .containsExactly("path: @Matches");
        assertThat(Violations.experimental(
                        HttpAuthConfigBuilder.builder().path("/a%20").build()))
                .isEmpty();
    }

    @Test
    void status_ofARoute_isLeftOutOfItsValidationButHasASchema() {
        RouteStatus missing = RouteStatusBuilder.builder().build();
        RouteStatus bad =
                new RouteStatus(List.of(new RouteParentStatus(ParentReference.of("gw"), "nothing", List.of())));

        assertThat(Violations.standard(HttpRouteBuilder.builder(Routes.route(HttpRouteRule.of()))
                        .status(bad)
                        .build()))
                .isEmpty();
        assertThat(Violations.standard(missing)).containsExactly("parents: @NotNull");
        assertThat(Violations.standard(bad))
                .containsExactly("parents[0].conditions: @Size", "parents[0].controllerName: @Matches");
    }
}
