// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.BackendRefPortPolicy;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not depend on the kind of the route, and what does. */
class RouteKindsTest {
    static final List<String> KINDS = Resolved.ROUTE_KINDS;
    private static final String TARGETS = Resolved.service("s", "[{name: a, port: 80}, {name: b, port: 443}]") + "---\n"
            + Resolved.backend("default", "q", "mq.example") + "---\n"
            + Resolved.backend("default", "web", "http-only.example");
    private static final String BACKEND = "group: gateway.kgateway.dev, kind: Backend, name: ";

    static Stream<Arguments> everyFormOnEveryKind() {
        List<String> forms = List.of(
                "name: s, port: 80 | Resolved | kube_default_s_80",
                "name: s, port: 443, namespace: default | Resolved | kube_default_s_443",
                BACKEND + "q | Resolved | backend_default_q_0",
                "name: s, port: 81 | BackendNotFound | blackhole-cluster",
                "name: none, port: 80 | BackendNotFound | blackhole-cluster",
                BACKEND + "none | BackendNotFound | blackhole-cluster",
                "group: x.example, kind: Foo, name: f | InvalidKind | blackhole-cluster",
                "kind: Backend, name: q | InvalidKind | blackhole-cluster",
                "group: gateway.kgateway.dev, name: q | InvalidKind | blackhole-cluster",
                "name: s, port: 80, namespace: other | RefNotPermitted | blackhole-cluster",
                BACKEND + "q, namespace: other | RefNotPermitted | blackhole-cluster",
                "group: x.example, kind: Foo, name: f, namespace: other | RefNotPermitted | blackhole-cluster");
        return KINDS.stream()
                .flatMap(kind -> forms.stream().map(form -> {
                    String[] parts = form.split(" \\| ", -1);
                    return Arguments.of(kind, parts[0], parts[1], parts[2]);
                }));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFormOnEveryKind")
    void reference_ofEveryKindOfRoute_hasTheSameOutcome(String kind, String ref, String outcome, String cluster) {
        ResolvedRoute route = Resolved.of(TARGETS, Resolved.route(kind, "r", "{" + ref + ", weight: 3}"))
                .route("r");
        ResolvedBackendRef resolved = route.rules().get(0).get(0);

        assertThat(resolved.outcome()).hasToString(outcome);
        assertThat(resolved.cluster()).isEqualTo(cluster);
        assertThat(resolved.weight()).isEqualTo(3);
        assertThat(resolved.path()).hasToString("spec.rules[0].backendRefs[0]");
        Condition condition = route.conditions().get(0);
        assertThat(condition.type()).isEqualTo("ResolvedRefs");
        assertThat(condition.reason()).isEqualTo(outcome.equals("Resolved") ? "ResolvedRefs" : outcome);
        assertThat(condition.observedGeneration()).isEqualTo(7);
        assertThat(route.diagnostics())
                .extracting(diagnostic -> diagnostic.reason().name())
                .isEqualTo(outcome.equals("Resolved") ? List.of() : List.of(outcome));
    }

    static Stream<Arguments> decisions() {
        List<String> grants = List.of(
                "web | gateway.networking.k8s.io | $kind | default | '' | Service | web-backend | Resolved",
                "web | gateway.networking.k8s.io | $kind | default | '' | Service | | Resolved",
                "default | gateway.networking.k8s.io | $kind | default | '' | Service | web-backend | RefNotPermitted",
                "web | other.example | $kind | default | '' | Service | web-backend | RefNotPermitted",
                "web | gateway.networking.k8s.io | Gateway | default | '' | Service | web-backend | RefNotPermitted",
                "web | gateway.networking.k8s.io | $kind | other | '' | Service | web-backend | RefNotPermitted",
                "web | gateway.networking.k8s.io | $kind | default | other.x | Service | web-backend | RefNotPermitted",
                "web | gateway.networking.k8s.io | $kind | default | '' | Secret | web-backend | RefNotPermitted",
                "web | gateway.networking.k8s.io | $kind | default | '' | Service | other-name | RefNotPermitted",
                "web | '' | $kind | default | '' | Service | | RefNotPermitted",
                "web | gateway.networking.k8s.io | $lower | default | '' | Service | | RefNotPermitted");
        return KINDS.stream()
                .flatMap(kind -> grants.stream().map(grant -> {
                    String[] parts = grant.replace("$kind", kind)
                            .replace("$lower", kind.toLowerCase(Locale.ROOT))
                            .split(" ?\\| ", -1);
                    return Arguments.of(
                            kind,
                            Resolved.grant(
                                    parts[0],
                                    "group: " + parts[1] + ", kind: " + parts[2] + ", namespace: " + parts[3],
                                    "group: " + parts[4] + ", kind: " + parts[5]
                                            + (parts[6].isEmpty() ? "" : ", name: " + parts[6])),
                            parts[7]);
                }));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void reference_acrossNamespaces_isResolvedOnlyByAnExactGrant(String kind, String grant, String outcome) {
        Resolved resolved = Resolved.of(
                Resolved.service("web", "web-backend", "[{port: 80}]"),
                grant,
                Resolved.route(kind, "r", "{name: web-backend, namespace: web, port: 80}"));

        assertThat(resolved.ref("r").outcome()).hasToString(outcome);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void grant_forOneKindOfRoute_permitsNoOther(String kind) {
        Resolved resolved = Resolved.of(
                Resolved.service("web", "s", "[{port: 80}]"),
                Resolved.grant("web", Resolved.permit(kind), "group: '', kind: Service"),
                String.join(
                        "---\n",
                        KINDS.stream()
                                .map(each -> Resolved.route(
                                        each,
                                        "r-" + each.toLowerCase(Locale.ROOT),
                                        "{name: s, namespace: web, port: 80}"))
                                .toList()));

        assertThat(KINDS)
                .allSatisfy(each -> assertThat(resolved.ref("r-" + each.toLowerCase(Locale.ROOT))
                                .isResolved())
                        .isEqualTo(each.equals(kind)));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPRoute, Resolved",
        "GRPCRoute, Resolved",
        "TLSRoute,  InvalidKind",
        "TCPRoute,  InvalidKind",
        "UDPRoute,  InvalidKind"
    })
    void backend_thatNeedsHttp_isInvalidBehindOtherRoutes(String kind, String outcome) {
        ResolvedRoute route = Resolved.of(TARGETS, Resolved.route(kind, "r", "{" + BACKEND + "web}"))
                .route("r");

        assertThat(route.rules().get(0).get(0).outcome()).hasToString(outcome);
        if (outcome.equals("InvalidKind")) {
            assertThat(route.conditions().get(0).message())
                    .isEqualTo("spec.rules[0].backendRefs[0]: Backend default/web works with HTTP only and cannot be "
                            + "used by a " + kind);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes.io/h2c, HTTPRoute GRPCRoute TLSRoute TCPRoute",
        "kubernetes.io/ws,  HTTPRoute TLSRoute TCPRoute",
        "kubernetes.io/wss, HTTPRoute TLSRoute TCPRoute",
        "https,             HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute",
        "example.com/odd,   HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute"
    })
    void appProtocol_ofAPort_isServedByTheRoutesThatSpeakIt(String appProtocol, String speaking) {
        String service = Resolved.service("s", "[{port: 80, appProtocol: " + appProtocol + "}]");

        assertThat(KINDS).allSatisfy(kind -> {
            String route = Resolved.route(kind, "r", "{name: s, port: 80}");
            ResolvedBackendRef ref = Resolved.of(service, route).ref("r");
            boolean speaks = List.of(speaking.split(" ")).contains(kind);
            assertThat(ref.outcome()).hasToString(speaks ? "Resolved" : "UnsupportedProtocol");
            assertThat(String.valueOf(ref.failure()))
                    .isEqualTo(
                            speaks
                                    ? "null"
                                    : "port 80 of Service default/s speaks " + appProtocol + ", which a " + kind
                                            + " cannot");
            assertThat(Resolved.of(kgateway(KgatewayVersion.MAIN), service, route)
                            .ref("r")
                            .isResolved())
                    .isTrue();
        });
    }

    @Test
    void appProtocols_ofTheCaller_replaceThoseOfKubernetes() {
        AppProtocols own = (kind, appProtocol) -> kind.equals("UDPRoute") == appProtocol.equals("kubernetes.io/ws");
        String service = Resolved.service(
                "s", "[{name: a, port: 80, appProtocol: kubernetes.io/ws}, {name: b, port: 90, appProtocol: x}]");

        for (String kind : KINDS) {
            ResolvedRoute route = Resolved.of(
                            TranslationSettings.SECURE,
                            own,
                            service,
                            Resolved.route(kind, "r", "{name: s, port: 80}, {name: s, port: 90}"))
                    .route("r");
            assertThat(route.rules().get(0))
                    .extracting(ResolvedBackendRef::isResolved)
                    .containsExactly(kind.equals("UDPRoute"), !kind.equals("UDPRoute"));
        }
    }

    @Test
    void portNumber_thatIsOfTcpAndUdp_hasTheAppProtocolOfTheRoutesTransport() {
        String service = Resolved.service(
                "s",
                "[{name: a, port: 80, protocol: UDP}, {name: b, port: 80, protocol: TCP, appProtocol: kubernetes.io/ws}]");

        assertThat(Resolved.of(service, Resolved.route("UDPRoute", "r", "{name: s, port: 80}"))
                        .ref("r")
                        .isResolved())
                .isTrue();
        assertThat(Resolved.of(service, Resolved.route("GRPCRoute", "r", "{name: s, port: 80}"))
                        .ref("r")
                        .outcome())
                .isEqualTo(ReferenceOutcome.UNSUPPORTED_PROTOCOL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q, port: 1, namespace: other    | no  | RefNotPermitted | no ReferenceGrant in the namespace other",
                "q, port: 1, namespace: other    | yes | BackendNotFound | includes a port",
                "none, port: 1                   | no  | BackendNotFound | includes a port",
                "none                            | no  | BackendNotFound | Backend default/none not found",
                "web                             | no  | InvalidKind     | works with HTTP only",
                "none, namespace: other          | no  | RefNotPermitted | no ReferenceGrant in the namespace other",
                "none, namespace: other          | yes | BackendNotFound | Backend other/none not found"
            })
    void checks_ofOneReference_areMadeInOrder(String ref, String granted, String outcome, String text) {
        TranslationSettings rejecting = TranslationSettings.builder()
                .set(CoreSettings.BACKEND_REF_PORT, BackendRefPortPolicy.REJECT)
                .build();
        String grant = Resolved.grant(
                "other",
                Resolved.permit(granted.equals("yes") ? "TCPRoute" : "HTTPRoute"),
                "group: gateway.kgateway.dev, kind: Backend");

        ResolvedBackendRef resolved = Resolved.of(
                        rejecting, TARGETS, grant, Resolved.route("TCPRoute", "r", "{" + BACKEND + ref + "}"))
                .ref("r");

        assertThat(resolved.outcome()).hasToString(outcome);
        assertThat(resolved.failure()).contains(text);
    }

    @Test
    void unknownKind_inAnotherNamespace_isInvalidOnlyOncePermitted() {
        String route = Resolved.route("HTTPRoute", "r", "{group: x.example, kind: Foo, name: f, namespace: other}");
        String grant = Resolved.grant("other", Resolved.permit("HTTPRoute"), "group: x.example, kind: Foo");

        assertThat(Resolved.of(route).ref("r").outcome()).isEqualTo(ReferenceOutcome.REF_NOT_PERMITTED);
        assertThat(Resolved.of(grant, route).ref("r").outcome()).isEqualTo(ReferenceOutcome.INVALID_KIND);
    }

    private static List<Diagnostic> withoutPlaces(ResolvedRoute route) {
        return route.diagnostics().all().stream()
                .map(diagnostic -> diagnostic.at(null))
                .toList();
    }

    @Test
    void target_thatIsNotPermitted_leavesNoTraceOfWhetherItExists() {
        String route = Resolved.route(
                "HTTPRoute",
                "r",
                "{name: s, port: 80, namespace: other}, {" + BACKEND + "q, port: 1, namespace: other}");
        ResolvedRoute without = Resolved.of(route).route("r");
        ResolvedRoute with = Resolved.of(
                        Resolved.service("other", "s", "[{port: 81}]"), Resolved.backend("other", "q", "x"), route)
                .route("r");

        assertThat(with.conditions()).isEqualTo(without.conditions());
        assertThat(withoutPlaces(with)).isEqualTo(withoutPlaces(without)).hasSize(2);
        assertThat(with.toString()).isEqualTo(without.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1  | name: s, port: 80, namespace: other | missing reference grant",
                "main | name: s, port: 80, namespace: other | missing reference grant",
                "2.1  | group: x.example, kind: Foo, name: f | unknown backend kind",
                "main | group: x.example, kind: Foo, name: f | unknown backend kind",
                "2.1  | name: none, port: 80                | Service \"none\" not found",
                "2.2  | name: none, port: 80                | Service default/none not found",
                "main | name: none, port: 80                | Service default/none not found",
                "2.4  | group: gateway.kgateway.dev, kind: Backend, name: none | Backend default/none not found"
            })
    void condition_inTheKgatewayProfile_hasItsWords(String version, String ref, String text) {
        for (String kind : KINDS) {
            Condition condition = Resolved.of(
                            kgateway(KgatewayVersion.parse(version)), Resolved.route(kind, "r", "{" + ref + "}"))
                    .route("r")
                    .conditions()
                    .get(0);
            assertThat(condition.message()).isEqualTo(text);
        }
    }

    @Test
    void condition_withFailuresOfEverySort_namesThemInDocumentOrderEveryTime() {
        String route = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r}
                spec:
                  rules:
                  - filters: [{type: RequestMirror, requestMirror: {backendRef: {name: a, port: 1}}}]
                    backendRefs: [{name: b, port: 1, namespace: other}, {kind: Foo, group: x.example, name: c}]
                  - backendRefs:
                    - name: d
                      port: 1
                      filters: [{type: RequestMirror, requestMirror: {backendRef: {name: e, port: 1}}}]
                """;
        Condition condition = Resolved.of(route).route("r").conditions().get(0);

        assertThat(condition.reason()).isEqualTo("BackendNotFound");
        assertThat(condition.message().split("; "))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("spec.rules[0].filters[0].requestMirror.backendRef: Serv"),
                        text -> assertThat(text).startsWith("spec.rules[0].backendRefs[0]: no ReferenceGrant"),
                        text -> assertThat(text).startsWith("spec.rules[0].backendRefs[1]: the kind Foo of the group "),
                        text -> assertThat(text).startsWith("spec.rules[1].backendRefs[0]: Service default/d not"),
                        text -> assertThat(text).startsWith("spec.rules[1].backendRefs[0].filters[0].requestMirror"));
        for (int i = 0; i < 5; i++) {
            assertThat(Resolved.of(route).route("r").conditions()).containsExactly(condition);
        }
        assertThat(Resolved.of(kgateway(KgatewayVersion.MAIN), route)
                        .route("r")
                        .conditions()
                        .get(0)
                        .message())
                .isEqualTo("Service default/e not found");
    }

    @ParameterizedTest
    @CsvSource({"HTTPRoute", "GRPCRoute"})
    void mirror_ofARuleOrABackendRef_isResolvedLikeABackendRef(String kind) {
        String rules = """
                [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: s, port: 80}}},
                            {type: RequestMirror, requestMirror: {backendRef: {name: s, port: 80, namespace: web}}}],
                  backendRefs: [{name: s, port: 80, filters: [
                    {type: RequestMirror, requestMirror: {backendRef: {kind: Foo, group: x.example, name: f}}}]}]}]""";
        Resolved resolved = Resolved.of(
                TARGETS,
                Resolved.service("web", "s", "[{port: 80}]"),
                Resolved.grant("web", Resolved.permit(kind), "group: '', kind: Service, name: s"),
                Resolved.route(kind, "metadata: {name: r}", "", rules));

        assertThat(resolved.route("r").filterRefs())
                .extracting(ResolvedBackendRef::toString)
                .containsExactly(
                        "spec.rules[0].filters[0].requestMirror.backendRef -> Service default/s (Resolved)",
                        "spec.rules[0].filters[1].requestMirror.backendRef -> Service web/s (Resolved)",
                        "spec.rules[0].backendRefs[0].filters[0].requestMirror.backendRef -> Foo default/f (InvalidKind)");
        assertThat(resolved.route("r").filterRefs())
                .extracting(ResolvedBackendRef::weight)
                .containsOnly(1);
        assertThat(resolved.route("r").all()).hasSize(4);
        assertThat(resolved.ref("r").isResolved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: s, port: 80                    | Resolved",
                "name: s, port: 81                    | BackendNotFound",
                "name: s, port: 80, namespace: other  | RefNotPermitted",
                "group: x.example, kind: Foo, name: f | InvalidKind",
                "group: gateway.networking.k8s.io, kind: HTTPRoute, name: r | InvalidKind",
                "group: delegation.kgateway.dev, kind: label, name: x | InvalidKind"
            })
    void externalAuthAndMirror_areNoPlaceToDelegate(String ref, String outcome) {
        ResolvedRoute route = Resolved.of(
                        TARGETS, Resolved.route("HTTPRoute", "metadata: {name: r}", "", """
                [{filters: [{type: ExternalAuth, externalAuth: {protocol: GRPC, grpc: {}, backendRef: {%s}}},
                            {type: RequestMirror, requestMirror: {backendRef: {%s}}}]}]""".formatted(ref, ref)))
                .route("r");

        assertThat(route.filterRefs())
                .extracting(each -> each.path() + " " + each.outcome())
                .containsExactly(
                        "spec.rules[0].filters[0].externalAuth.backendRef " + outcome,
                        "spec.rules[0].filters[1].requestMirror.backendRef " + outcome);
    }

    @Test
    void portOnABackend_ofEveryKindOfRoute_isIgnoredWithAWarning() {
        for (String kind : KINDS) {
            ResolvedRoute route = Resolved.of(TARGETS, Resolved.route(kind, "r", "{" + BACKEND + "q, port: 1}"))
                    .route("r");
            assertThat(withoutPlaces(route))
                    .extracting(Diagnostic::toString)
                    .containsExactly(
                            "WARNING " + kind + " default/r: spec.rules[0].backendRefs[0].port: port 1 is ignored: "
                                    + "Backend default/q defines its own port, 99 [PortIgnored]");
        }
    }

    private static TranslationSettings kgateway(KgatewayVersion version) {
        return TranslationSettings.of(TranslationProfile.kgateway(version));
    }
}
