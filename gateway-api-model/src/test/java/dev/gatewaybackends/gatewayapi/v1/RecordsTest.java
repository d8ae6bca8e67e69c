// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatewaybackends.gatewayapi.Violations;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendProtocol;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTlsMode;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendType;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    void factories_ofRoutes_buildValidOnesThatCanBeTreatedAlike() {
        ObjectMeta metadata = ObjectMeta.of("default", "demo");
        List<ParentReference> parents = List.of(ParentReference.of("gw"));
        BackendRef backend = BackendRef.backend("ext");
        List<Route> routes = List.of(
                HttpRoute.of(
                        metadata,
                        HttpRouteSpecBuilder.builder()
                                .parentRefs(parents)
                                .rules(List.of(Routes.withFilters(
                                        HttpRouteRule.of(HttpBackendRef.backend("ext")), Routes.mirror())))
                                .build()),
                GrpcRoute.of(
                        metadata,
                        GrpcRouteSpecBuilder.builder()
                                .parentRefs(parents)
                                .rules(List.of(
                                        GrpcRouteRuleBuilder.builder(GrpcRouteRule.of(GrpcBackendRef.backend("ext")))
                                                .filters(List.of(GrpcRouteFilter.requestMirror(
                                                        Routes.mirror().requestMirror())))
                                                .build()))
                                .build()),
                TlsRoute.of(
                        metadata,
                        new TlsRouteSpec(parents, null, List.of("a.example"), List.of(TlsRouteRule.of(backend)))),
                TcpRoute.of(metadata, new TcpRouteSpec(parents, null, List.of(TcpRouteRule.of(backend)))),
                UdpRoute.of(metadata, new UdpRouteSpec(parents, null, List.of(UdpRouteRule.of(backend)))));

        assertThat(routes).allSatisfy(route -> {
            RouteRule rule = route.spec().rules().get(0);
            boolean filtered = route.kind().equals("HTTPRoute") || route.kind().equals("GRPCRoute");

            assertThat(Violations.standard(route)).isEmpty();
            assertThat(route.parentRefs()).isEqualTo(parents);
            assertThat(route.status()).isNull();
            assertThat(rule.name()).isNull();
            assertThat(rule.filters())
                    .extracting(RouteFilter::requestMirror)
                    .isEqualTo(filtered ? List.of(Routes.mirror().requestMirror()) : List.of());
            assertThat(rule.backendRefs()).singleElement().satisfies(reference -> {
                assertThat(reference.kind() + " " + reference.name()).isEqualTo("Backend ext");
                assertThat(reference.weight()).isEqualTo(1);
                assertThat(reference.filters()).isEmpty();
                assertThat(reference.isService()).isFalse();
            });
        });
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
                                HttpExternalAuthProtocol.values(),
                                GrpcHeaderMatchType.values(),
                                GrpcMethodMatchType.values(),
                                GrpcRouteFilterType.values(),
                                SubjectAltNameType.values(),
                                FromNamespaces.values(),
                                ListenerFromNamespaces.values(),
                                TlsModeType.values(),
                                FrontendValidationModeType.values(),
                                XBackendType.values(),
                                XBackendProtocol.values(),
                                XBackendTlsMode.values())
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
                        "GRPC",
                        "Exact",
                        "RegularExpression",
                        "Exact",
                        "RegularExpression",
                        "ResponseHeaderModifier",
                        "RequestHeaderModifier",
                        "RequestMirror",
                        "ExtensionRef",
                        "Hostname",
                        "URI",
                        "All",
                        "Selector",
                        "Same",
                        "All",
                        "Selector",
                        "Same",
                        "None",
                        "Terminate",
                        "Passthrough",
                        "AllowValidOnly",
                        "AllowInsecureFallback",
                        "ExternalHostname",
                        "TCP",
                        "HTTP",
                        "HTTP2",
                        "HTTP11",
                        "H2C",
                        "MCP",
                        "None",
                        "ServerOnly",
                        "ClientAndServer");
    }
}
