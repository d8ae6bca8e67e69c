// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatewaybackends.gatewayapi.Violations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults, factories, copies and names. */
class RecordsTest {
    private static final HttpPathMatch SLASH = new HttpPathMatch(HttpPathMatchType.PATH_PREFIX, "/");

    @Test
    void routeSpec_withoutAnything_hasTheDefaultRule() {
        HttpRouteSpec spec = HttpRouteSpecBuilder.builder().build();

        assertThat(spec.rules()).containsExactly(HttpRouteRule.of());
        assertThat(spec.rules().get(0).matches()).containsExactly(HttpRouteMatch.of(SLASH));
        assertThat(spec.parentRefs()).isEmpty();
        assertThat(spec.hostnames()).isEmpty();
        assertThat(Violations.standard(spec)).isEmpty();
    }

    @Test
    void lists_explicitlyEmpty_getNoDefault() {
        assertThat(Routes.rules().rules()).isEmpty();
        assertThat(HttpRouteRuleBuilder.builder().matches(List.of()).build().matches())
                .isEmpty();
    }

    @Test
    void scalars_leftOut_haveTheDefaultsOfTheCrd() {
        HttpBackendRef backend = HttpBackendRefBuilder.builder().name("a").build();
        ParentReference parent = ParentReference.of("gw");
        SessionCookie cookie = SessionCookieBuilder.builder().build();

        assertThat(List.of(backend.group(), backend.kind(), backend.weight())).isEqualTo(List.of("", "Service", 1));
        assertThat(backend.isService()).isTrue();
        assertThat(BackendObjectReferenceBuilder.builder().build().isService()).isTrue();
        assertThat(List.of(parent.group(), parent.kind())).containsExactly("gateway.networking.k8s.io", "Gateway");
        assertThat(HttpPathMatchBuilder.builder().build()).isEqualTo(SLASH);
        assertThat(HttpRouteMatchBuilder.builder().build().path()).isEqualTo(SLASH);
        assertThat(HttpHeaderMatchBuilder.builder().build().type()).isEqualTo(HttpHeaderMatchType.EXACT);
        assertThat(HttpQueryParamMatchBuilder.builder().build().type()).isEqualTo(HttpQueryParamMatchType.EXACT);
        assertThat(HttpRequestRedirectFilterBuilder.builder().build().statusCode())
                .isEqualTo(302);
        assertThat(HttpCorsFilterBuilder.builder().build().maxAge()).isEqualTo(5);
        assertThat(FractionBuilder.builder().numerator(1).build()).isEqualTo(Fraction.of(1, 100));
        assertThat(SessionPersistenceBuilder.builder().build().type()).isEqualTo(SessionPersistenceType.COOKIE);
        assertThat(cookie.path()).isEqualTo("/");
        assertThat(cookie.lifetimeType()).isEqualTo(CookieLifetimeType.SESSION);
    }

    @Test
    void scalars_whereAbsentMeansSomething_stayAbsent() {
        assertThat(ParentReference.of("gw").namespace()).isNull();
        assertThat(HttpBackendRef.backend("a").port()).isNull();
        assertThat(HttpRouteRule.of().timeouts()).isNull();
        assertThat(HttpCorsFilterBuilder.builder().build().allowCredentials()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.networking.k8s.io/v1", "gateway.networking.k8s.io/v1beta1"})
    void apiVersion_asWritten_isKept(String apiVersion) {
        assertThat(HttpRouteBuilder.builder().apiVersion(apiVersion).build().apiVersion())
                .isEqualTo(apiVersion);
        assertThat(ReferenceGrantBuilder.builder()
                        .apiVersion(apiVersion)
                        .build()
                        .apiVersion())
                .isEqualTo(apiVersion);
    }

    @Test
    void kinds_leftToTheirDefaults_areSpelledAsInKubernetes() {
        HttpRoute route = HttpRouteBuilder.builder().build();
        ReferenceGrant grant = ReferenceGrantBuilder.builder().build();

        assertThat(route.apiVersion()).isEqualTo("gateway.networking.k8s.io/v1");
        assertThat(route.group()).isEqualTo(HttpRoute.GROUP);
        assertThat(route.kind()).isEqualTo("HTTPRoute");
        assertThat(grant.apiVersion()).isEqualTo("gateway.networking.k8s.io/v1");
        assertThat(grant.kind()).isEqualTo("ReferenceGrant");
    }

    @Test
    void factories_ofReferences_buildValidOnes() {
        HttpRoute route =
                Routes.route(HttpRouteRule.of(HttpBackendRef.service("web", 80), HttpBackendRef.backend("ext")));

        assertThat(Violations.standard(route)).isEmpty();
        assertThat(route.spec().rules().get(0).backendRefs())
                .extracting(HttpBackendRef::group, HttpBackendRef::kind, HttpBackendRef::name, HttpBackendRef::port)
                .containsExactly(
                        tuple("", "Service", "web", 80), tuple("gateway.kgateway.dev", "Backend", "ext", null));
    }

    @Test
    void lists_changedAfterwards_areNotChangedInTheRecord() {
        List<HttpBackendRef> backends = new ArrayList<>(Arrays.asList(null, HttpBackendRef.backend("a")));
        HttpRouteRule rule =
                HttpRouteRuleBuilder.builder().backendRefs(backends).build();
        backends.clear();

        assertThat(rule.backendRefs()).containsExactly(null, HttpBackendRef.backend("a"));
        assertThatThrownBy(() -> rule.backendRefs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    static Stream<List<?>> listsOfRecords() {
        HttpRouteSpec spec = HttpRouteSpecBuilder.builder()
                .parentRefs(mutable(ParentReference.of("gw")))
                .hostnames(mutable("a"))
                .rules(mutable(HttpRouteRule.of()))
                .build();
        HttpRouteRule rule = HttpRouteRuleBuilder.builder()
                .matches(mutable(HttpRouteMatch.of(SLASH)))
                .filters(mutable(Routes.mirror()))
                .build();
        HttpRouteMatch match = HttpRouteMatchBuilder.builder()
                .headers(mutable(HttpHeaderMatch.of("a", "b")))
                .queryParams(mutable(HttpQueryParamMatch.of("a", "b")))
                .build();
        HttpHeaderFilter headers =
                new HttpHeaderFilter(mutable(HttpHeader.of("a", "b")), mutable(HttpHeader.of("a", "b")), mutable("a"));
        HttpCorsFilter cors = HttpCorsFilterBuilder.builder()
                .allowOrigins(mutable("*"))
                .allowMethods(mutable(HttpMethodWithWildcard.ANY))
                .allowHeaders(mutable("*"))
                .exposeHeaders(mutable("*"))
                .build();
        HttpAuthConfig auth = new HttpAuthConfig(null, mutable("a"), mutable("a"));
        ReferenceGrantSpec grant = new ReferenceGrantSpec(
                mutable(ReferenceGrantFrom.of("a", "B", "c")), mutable(ReferenceGrantTo.of("", "Service")));
        return Stream.of(
                spec.parentRefs(),
                spec.hostnames(),
                spec.rules(),
                rule.matches(),
                rule.filters(),
                match.headers(),
                match.queryParams(),
                headers.set(),
                headers.add(),
                headers.remove(),
                cors.allowOrigins(),
                cors.allowMethods(),
                cors.allowHeaders(),
                cors.exposeHeaders(),
                auth.allowedHeaders(),
                auth.allowedResponseHeaders(),
                new GrpcAuthConfig(mutable("a")).allowedHeaders(),
                new HttpRouteRetry(mutable(500), null, null).codes(),
                HttpBackendRefBuilder.builder()
                        .filters(mutable(Routes.mirror()))
                        .build()
                        .filters(),
                new RouteStatus(mutable(RouteParentStatusBuilder.builder().build())).parents(),
                grant.from(),
                grant.to());
    }

    private static <T> List<T> mutable(T item) {
        return new ArrayList<>(List.of(item));
    }

    @ParameterizedTest
    @MethodSource("listsOfRecords")
    void list_ofAnyRecord_cannotBeChanged(List<?> list) {
        assertThat(list).hasSize(1);
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void enums_toString_isTheJsonLiteral() {
        assertThat(HttpRouteFilterType.values())
                .extracting(Object::toString)
                .containsExactly(
                        "RequestHeaderModifier",
                        "ResponseHeaderModifier",
                        "RequestMirror",
                        "RequestRedirect",
                        "URLRewrite",
                        "ExtensionRef",
                        "CORS",
                        "ExternalAuth");
        assertThat(HttpMethodWithWildcard.values())
                .extracting(Object::toString)
                .containsExactly("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "*");
        assertThat(Stream.of(
                                HttpPathMatchType.values(),
                                HttpPathModifierType.values(),
                                HttpRedirectScheme.values(),
                                SessionPersistenceType.values(),
                                CookieLifetimeType.values(),
                                GatewayDefaultScope.values(),
                                HttpExternalAuthProtocol.values())
                        .flatMap(Stream::of))
                .extracting(Object::toString)
                .containsExactly(
                        "Exact",
                        "PathPrefix",
                        "RegularExpression",
                        "ReplaceFullPath",
                        "ReplacePrefixMatch",
                        "http",
                        "https",
                        "Cookie",
                        "Header",
                        "Permanent",
                        "Session",
                        "All",
                        "None",
                        "HTTP",
                        "GRPC");
    }
}
