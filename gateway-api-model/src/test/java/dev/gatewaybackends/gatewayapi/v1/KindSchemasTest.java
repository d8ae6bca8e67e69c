// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.gatewayapi.Violations;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.BudgetDetails;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.RequestRate;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendParentStatus;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendStatus;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTrafficPolicySpec;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XMeshSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of the limits of the schemas. What HTTPRoute has in common with other kinds is in {@link HttpRouteSchemaTest}. */
class KindSchemasTest {
    private static <T> List<T> items(int size, IntFunction<T> item) {
        return IntStream.range(0, size).mapToObj(item).toList();
    }

    private static Map<String, String> entries(int size) {
        Map<String, String> entries = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(i -> entries.put("k" + i, "v"));
        return entries;
    }

    private static Listener listener(int i) {
        return Listener.of("l" + i, 1 + i, "HTTP");
    }

    /** What has a number of items or characters, the smallest number if there is one, the greatest, and what is reported. */
    static Stream<Arguments> limits() {
        BackendRef backend = BackendRef.service("a", 1);
        BackendTlsPolicyValidation system = BackendTlsPolicyValidationBuilder.builder()
                .hostname("a")
                .wellKnownCaCertificates("System")
                .build();
        return Stream.of(
                limit(
                        0,
                        32,
                        "parentRefs: @Size",
                        n -> GrpcRouteSpecBuilder.builder()
                                .parentRefs(items(n, i -> ParentReference.of("p" + i)))
                                .build()),
                limit(
                        0,
                        16,
                        "hostnames: @Size",
                        n -> GrpcRouteSpecBuilder.builder()
                                .hostnames(nCopies(n, "a"))
                                .build()),
                limit(
                        0,
                        16,
                        "rules: @Size",
                        n -> GrpcRouteSpecBuilder.builder()
                                .rules(nCopies(n, GrpcRouteRule.of()))
                                .build()),
                limit(
                        0,
                        64,
                        "matches: @Size",
                        n -> GrpcRouteRuleBuilder.builder()
                                .matches(nCopies(
                                        n, GrpcRouteMatchBuilder.builder().build()))
                                .build()),
                limit(
                        0,
                        16,
                        "filters: @Size",
                        n -> GrpcRouteRuleBuilder.builder()
                                .filters(nCopies(
                                        n, GrpcRouteFilter.extensionRef(LocalObjectReference.of("a", "B", "c"))))
                                .build()),
                limit(
                        0,
                        16,
                        "backendRefs: @Size",
                        n -> GrpcRouteRuleBuilder.builder()
                                .backendRefs(nCopies(n, GrpcBackendRef.backend("a")))
                                .build()),
                limit(
                        0,
                        16,
                        "headers: @Size",
                        n -> GrpcRouteMatchBuilder.builder()
                                .headers(items(n, i -> GrpcHeaderMatch.of("h" + i, "\u007f")))
                                .build()),
                limit(1, 4096, "value: @Chars", n -> GrpcHeaderMatch.of("a", "x".repeat(n))),
                limit(0, 1024, "service: @Chars", n -> GrpcMethodMatch.of("x".repeat(n), null)),
                limit(0, 1024, "method: @Chars", n -> GrpcMethodMatch.of(null, "x".repeat(n))),
                limit(
                        1,
                        1024,
                        "hostnames: @Size",
                        n -> ConnectionRuleCases.tls(nCopies(n, "a").toArray(String[]::new))),
                limit(
                        1,
                        1,
                        "rules: @Size",
                        n -> TlsRouteSpecBuilder.builder(ConnectionRuleCases.tls("a"))
                                .rules(nCopies(n, TlsRouteRule.of(backend)))
                                .build()),
                limit(1, 1, "rules: @Size", n -> new TcpRouteSpec(null, null, nCopies(n, TcpRouteRule.of(backend)))),
                limit(1, 1, "rules: @Size", n -> new UdpRouteSpec(null, null, nCopies(n, UdpRouteRule.of(backend)))),
                limit(1, 16, "backendRefs: @Size", n -> new TlsRouteRule(null, nCopies(n, backend))),
                limit(1, 16, "backendRefs: @Size", n -> new TcpRouteRule(null, nCopies(n, backend))),
                limit(1, 16, "backendRefs: @Size", n -> new UdpRouteRule(null, nCopies(n, backend))),
                limit(1, 64, "listeners: @Size", n -> GatewayRuleCases.gateway(items(n, KindSchemasTest::listener))),
                limit(
                        1,
                        64,
                        "listeners: @Size",
                        n -> new ListenerSetSpec(ParentGatewayReference.of("gw"), items(n, KindSchemasTest::listener))),
                limit(
                        0,
                        16,
                        "addresses: @Size",
                        n -> GatewaySpecBuilder.builder(GatewayRuleCases.gateway(List.of(listener(1))))
                                .addresses(nCopies(n, new GatewaySpecAddress(null, null)))
                                .build()),
                limit(
                        0,
                        64,
                        "certificateRefs: @Size",
                        n -> new ListenerTlsConfig(
                                TlsModeType.PASSTHROUGH, nCopies(n, SecretObjectReference.of("a")), null)),
                limit(0, 16, "options: @Size", n -> new ListenerTlsConfig(TlsModeType.PASSTHROUGH, null, entries(n))),
                limit(0, 8, "kinds: @Size", n -> new AllowedRoutes(null, nCopies(n, RouteGroupKind.of("HTTPRoute")))),
                limit(0, 8, "labels: @Size", n -> new GatewayInfrastructure(entries(n), null, null)),
                limit(0, 16, "annotations: @Size", n -> new GatewayInfrastructure(null, entries(n), null)),
                limit(
                        0,
                        64,
                        "perPort: @Size",
                        n -> new FrontendTlsConfig(
                                new TlsConfig(null), items(n, i -> new TlsPortConfig(1 + i, new TlsConfig(null))))),
                limit(
                        1,
                        16,
                        "caCertificateRefs: @Size",
                        n -> new FrontendTlsValidation(
                                nCopies(n, new ObjectReference("", "ConfigMap", "a", null)), null)),
                limit(
                        0,
                        16,
                        "addresses: @Size",
                        n -> GatewayStatusBuilder.builder()
                                .addresses(nCopies(n, new GatewayStatusAddress(null, "::1")))
                                .build()),
                limit(
                        0,
                        64,
                        "supportedFeatures: @Size",
                        n -> GatewayClassStatusBuilder.builder()
                                .supportedFeatures(items(n, i -> SupportedFeature.of("f" + i)))
                                .build()),
                limit(0, 64, "description: @Chars", n -> new GatewayClassSpec("a/b", null, "\ud83d\ude00".repeat(n))),
                limit(0, 64, "description: @Chars", n -> new XMeshSpec("a/b", null, "x".repeat(n))),
                limit(
                        1,
                        16,
                        "targetRefs: @Size",
                        n -> PolicyRuleCases.targets(
                                items(n, i -> LocalPolicyTargetReferenceWithSectionName.of("", "Service", "s" + i))
                                        .toArray(LocalPolicyTargetReferenceWithSectionName[]::new))),
                limit(
                        0,
                        16,
                        "options: @Size",
                        n -> new BackendTlsPolicySpec(
                                PolicyRuleCases.targets(
                                                LocalPolicyTargetReferenceWithSectionName.of("", "Service", "s"))
                                        .targetRefs(),
                                system,
                                entries(n))),
                limit(
                        0,
                        8,
                        "caCertificateRefs: @Size",
                        n -> BackendTlsPolicyValidationBuilder.builder()
                                .hostname("a")
                                .caCertificateRefs(nCopies(n, LocalObjectReference.of("", "ConfigMap", "a")))
                                .build()),
                limit(
                        0,
                        5,
                        "subjectAltNames: @Size",
                        n -> BackendTlsPolicyValidationBuilder.builder(system)
                                .subjectAltNames(nCopies(n, SubjectAltName.hostname("a")))
                                .build()),
                limit(
                        0,
                        16,
                        "ancestors: @Size",
                        n -> new PolicyStatus(nCopies(
                                n,
                                new PolicyAncestorStatus(
                                        ParentReference.of("gw"), "a/b", PendingConditions.ACCEPTED)))),
                limit(
                        1,
                        16,
                        "targetRefs: @Size",
                        n -> new XBackendTrafficPolicySpec(
                                items(n, i -> LocalPolicyTargetReference.of("", "Service", "s" + i)), null, null)),
                limit(
                        0,
                        32,
                        "parents: @Size",
                        n -> new XBackendStatus(
                                nCopies(n, new XBackendParentStatus(ParentReference.of("gw"), "a/b", null)))));
    }

    private static Arguments limit(int min, int max, String violation, IntFunction<Object> object) {
        return arguments(object, min, max, violation);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void greatest_oneMore_isReported(IntFunction<Object> object, int min, int max, String violation) {
        assertThat(Violations.experimental(object.apply(max))).isEmpty();
        assertThat(Violations.experimental(object.apply(max + 1))).contains(violation);
    }

    static Stream<Arguments> lowerLimits() {
        return limits().filter(limit -> (Integer) limit.get()[1] > 0);
    }

    @ParameterizedTest
    @MethodSource("lowerLimits")
    void smallest_oneLess_isReported(IntFunction<Object> object, int min, int max, String violation) {
        assertThat(Violations.experimental(object.apply(min))).isEmpty();
        assertThat(Violations.experimental(object.apply(min - 1))).contains(violation);
    }

    @Test
    void numbers_beyondTheirRange_areReported() {
        assertThat(Violations.standard(BackendRefBuilder.builder(BackendRef.backend("a"))
                        .weight(1_000_000)
                        .build()))
                .isEmpty();
        assertThat(Violations.standard(BackendRefBuilder.builder(BackendRef.backend("a"))
                        .weight(1_000_001)
                        .build()))
                .containsExactly("weight: @Max");
        assertThat(Violations.standard(BackendRefBuilder.builder(BackendRef.backend("a"))
                        .weight(-1)
                        .build()))
                .containsExactly("weight: @Min");
        assertThat(Violations.standard(Listener.of("a", 0, "HTTP"))).containsExactly("port: @Min");
        assertThat(Violations.standard(new TlsPortConfig(65536, new TlsConfig(null))))
                .containsExactly("port: @Max");
        assertThat(Violations.standard(new BudgetDetails(0, "1s"))).isEmpty();
        assertThat(Violations.standard(new BudgetDetails(101, "1s"))).containsExactly("percent: @Max");
        assertThat(Violations.standard(new RequestRate(0, "1s"))).containsExactly("count: @Min");
        assertThat(Violations.standard(new RequestRate(1_000_001, "1s"))).containsExactly("count: @Max");
    }

    @Test
    void lists_withTheSameKeyTwice_areReported() {
        List<LocalPolicyTargetReference> targets = List.of(
                LocalPolicyTargetReference.of("", "Service", "a"),
                LocalPolicyTargetReference.of("b", "Service", "a"),
                LocalPolicyTargetReference.of("", "Service", "a"));
        List<GrpcHeaderMatch> headers = List.of(GrpcHeaderMatch.of("a", "b"), GrpcHeaderMatch.of("a", "c"));
        GatewayClassStatus twice = GatewayClassStatusBuilder.builder()
                .supportedFeatures(List.of(SupportedFeature.of("a"), SupportedFeature.of("a")))
                .build();

        assertThat(Violations.standard(GatewayRuleCases.gateway(List.of(listener(1), listener(2), listener(1)))))
                .contains("listeners[2]: @UniqueBy");
        assertThat(Violations.standard(new XBackendTrafficPolicySpec(targets, null, null)))
                .containsExactly("targetRefs[2]: @UniqueBy");
        assertThat(Violations.standard(new GrpcRouteMatch(null, headers))).containsExactly("headers[1]: @UniqueBy");
        assertThat(Violations.standard(twice)).containsExactly("supportedFeatures[1]: @UniqueBy");
    }

    @Test
    void rules_ofV1Alpha2_mayBeSeveral() {
        TcpRouteRule tcp = TcpRouteRule.of(BackendRef.backend("a"));
        TcpRouteRule named = new TcpRouteRule("a", tcp.backendRefs());
        UdpRouteRule udp = UdpRouteRule.of(BackendRef.backend("a"));

        assertThat(v1alpha2(new TcpRouteSpec(null, null, nCopies(16, tcp)))).isEmpty();
        assertThat(v1alpha2(new TcpRouteSpec(null, null, nCopies(17, tcp)))).containsExactly("rules: @Size");
        assertThat(v1alpha2(new TcpRouteSpec(null, null, List.of()))).containsExactly("rules: @Size");
        assertThat(v1alpha2(new TcpRouteSpec(null, null, List.of(named, tcp, named))))
                .containsExactly("rules: Rule name must be unique within the route");
        assertThat(v1alpha2(new UdpRouteSpec(null, null, nCopies(16, udp)))).isEmpty();
    }

    @Test
    void hostnamesOfTlsRoutes_inV1Alpha2_mayBeAnythingOrNothing() {
        TlsRouteSpec absent = TlsRouteSpecBuilder.builder(ConnectionRuleCases.tls("a"))
                .hostnames(null)
                .build();

        assertThat(v1alpha2(absent)).isEmpty();
        assertThat(absent.hostnames()).isNull();
        assertThat(v1alpha2(ConnectionRuleCases.tls())).isEmpty();
        assertThat(v1alpha2(ConnectionRuleCases.tls("1.2.3.4"))).isEmpty();
        assertThat(v1alpha2(ConnectionRuleCases.tls("A"))).containsExactly("hostnames[0].<list element>: @Matches");
        assertThat(Violations.experimental(absent)).containsExactly("hostnames: @NotNull");
    }

    private static List<String> v1alpha2(Object object) {
        return Violations.inV1Alpha2(ExperimentalChannel.class, object);
    }
}
