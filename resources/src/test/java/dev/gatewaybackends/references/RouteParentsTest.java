// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteParentsTest {
    private static final String SERVICE = Resolved.service("s", "[{port: 80}]");

    private static String gateway(String listeners) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: gw}
                spec: {gatewayClassName: c, listeners: %s}
                """.formatted(listeners);
    }

    private static String route(String kind, String namespace, String spec) {
        return Resolved.route(
                kind,
                "metadata: {name: r, namespace: " + namespace + ", generation: 4}",
                spec,
                "[{backendRefs: [{name: s, port: 80}]}]");
    }

    private static List<String> parents(String listeners, String route) {
        return Resolved.of(SERVICE, gateway(listeners), route).parents("r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                         | 'Gateway gw: Accepted'",
                "', sectionName: a'         | 'Gateway gw/a: Accepted'",
                "', sectionName: c'         | 'Gateway gw/c: NoMatchingParent'",
                "', port: 80'               | 'Gateway gw:80: Accepted'",
                "', port: 82'               | 'Gateway gw:82: NoMatchingParent'",
                "', sectionName: a, port: 80' | 'Gateway gw/a:80: Accepted'",
                "', sectionName: a, port: 81' | 'Gateway gw/a:81: NoMatchingParent'",
                "', namespace: default'     | 'Gateway gw: Accepted'",
                "', namespace: other'       | ''",
                "', kind: Service, group: \"\"' | ''",
                "', kind: ListenerSet'      | ''"
            })
    void parentRef_withNameAndPort_picksListenersByBoth(String more, String expected) {
        String listeners = "[{name: a, port: 80, protocol: HTTP}, {name: b, port: 81, protocol: HTTP}]";

        assertThat(String.join(
                        ",",
                        parents(listeners, route("HTTPRoute", "default", "parentRefs: [{name: gw" + more + "}],"))))
                .isEqualTo(expected);
    }

    @Test
    void parentRefs_toSeveralListeners_areJudgedOneByOneInTheirOrder() {
        String listeners = "[{name: a, port: 80, protocol: HTTP}, {name: b, port: 81, protocol: TCP}]";
        String route = route(
                "HTTPRoute",
                "default",
                "parentRefs: [{name: gw, sectionName: c}, {name: none}, {name: gw, sectionName: b}, "
                        + "{name: gw, sectionName: a}],");
        ResolvedRoute resolved = Resolved.of(SERVICE, gateway(listeners), route).route("r");

        assertThat(parents(listeners, route))
                .containsExactly(
                        "Gateway gw/c: NoMatchingParent",
                        "Gateway gw/b: NotAllowedByListeners",
                        "Gateway gw/a: Accepted");
        assertThat(resolved.parents().values())
                .allSatisfy(conditions -> assertThat(conditions)
                        .extracting(Condition::observedGeneration)
                        .containsExactly(4L, 4L));
        assertThat(resolved.diagnostics())
                .extracting(diagnostic -> diagnostic.path() + " " + diagnostic.reason() + " " + diagnostic.severity())
                .containsExactly(
                        "spec.parentRefs[0] NoMatchingParent WARNING",
                        "spec.parentRefs[2] NotAllowedByListeners WARNING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP  | HTTPRoute GRPCRoute",
                "HTTPS | HTTPRoute GRPCRoute",
                "TLS   | TLSRoute TCPRoute",
                "TCP   | TCPRoute",
                "UDP   | UDPRoute",
                "example.com/own | HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute"
            })
    void protocol_ofAListener_decidesWhichKindsAttach(String protocol, String kinds) {
        String tls = protocol.equals("TLS") ? ", tls: {mode: Passthrough}" : "";
        String listeners = "[{name: a, port: 80, protocol: " + protocol + tls + "}]";

        assertThat(Resolved.ROUTE_KINDS)
                .allSatisfy(kind -> assertThat(parents(listeners, route(kind, "default", "parentRefs: [{name: gw}],")))
                        .containsExactly("Gateway gw: "
                                + (List.of(kinds.split(" ")).contains(kind) ? "Accepted" : "NotAllowedByListeners")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{kind: HTTPRoute}]                    | Accepted",
                "[{kind: GRPCRoute}]                    | NotAllowedByListeners",
                "[{kind: GRPCRoute}, {kind: HTTPRoute}] | Accepted",
                "[{kind: HTTPRoute, group: x.example}]  | NotAllowedByListeners",
                "[{kind: TCPRoute}]                     | NotAllowedByListeners",
                "[]                                     | Accepted"
            })
    void allowedKinds_ofAListener_excludeAllOthers(String kinds, String reason) {
        String listeners = "[{name: a, port: 80, protocol: HTTP, allowedRoutes: {kinds: " + kinds + "}}]";

        assertThat(parents(listeners, route("HTTPRoute", "default", "parentRefs: [{name: gw}],")))
                .containsExactly("Gateway gw: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: All}                                                         | Accepted",
                "{from: Same}                                                        | NotAllowedByListeners",
                "{}                                                                | NotAllowedByListeners",
                "{from: Selector}                                                    | NotAllowedByListeners",
                "{from: Selector, selector: {}}                                      | Accepted",
                "{from: Selector, selector: {matchLabels: {team: a}}}                | Accepted",
                "{from: Selector, selector: {matchLabels: {team: b}}}                | NotAllowedByListeners",
                "{from: Selector, selector: {matchLabels: {team: a, tier: x}}}       | NotAllowedByListeners",
                "{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}} | Accepted",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: In, values: [a, b]}]}}    | Accepted",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: In, values: [b]}]}}       | NotAllowedByListeners",
                "{from: Selector, selector: {matchExpressions: [{key: tier, operator: In, values: [b]}]}}       | NotAllowedByListeners",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: NotIn, values: [b]}]}}    | Accepted",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: NotIn, values: [a]}]}}    | NotAllowedByListeners",
                "{from: Selector, selector: {matchExpressions: [{key: tier, operator: NotIn, values: [a]}]}}    | Accepted",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: Exists}]}}                | Accepted",
                "{from: Selector, selector: {matchExpressions: [{key: tier, operator: Exists}]}}                | NotAllowedByListeners",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: DoesNotExist}]}}          | NotAllowedByListeners",
                "{from: Selector, selector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}          | Accepted",
                "{from: Selector, selector: {matchExpressions: [{key: team, operator: Like, values: [a]}]}}     | NotAllowedByListeners",
                "{from: Selector, selector: {matchLabels: {team: a}, matchExpressions: [{key: tier, operator: Exists}]}} | NotAllowedByListeners"
            })
    void allowedNamespaces_ofAListener_areAllOrItsOwnOrSelectedByLabels(String namespaces, String reason) {
        String listeners = "[{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: " + namespaces + "}}]";
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: a}}\n";

        assertThat(Resolved.of(
                                gateway(listeners),
                                namespace,
                                route("HTTPRoute", "shop", "parentRefs: [{name: gw, namespace: default}],"))
                        .parents("r"))
                .containsExactly("Gateway gw: " + reason);
    }

    @ParameterizedTest
    @CsvSource({"kubernetes.io/metadata.name: shop, Accepted", "team: a, NotAllowedByListeners"})
    void namespace_thatIsNotAmongTheResources_hasItsNameForALabel(String label, String reason) {
        String listeners =
                "[{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: "
                        + "{matchLabels: {" + label + "}}}}}]";

        assertThat(Resolved.of(
                                gateway(listeners),
                                route("HTTPRoute", "shop", "parentRefs: [{name: gw, namespace: default}],"))
                        .parents("r"))
                .containsExactly("Gateway gw: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.example    | [a.example]               | Accepted",
                "a.example    | [b.example]               | NoMatchingListenerHostname",
                "a.example    | [b.example, a.example]    | Accepted",
                "'*.example'  | [a.example]               | Accepted",
                "'*.example'  | [a.b.example]             | Accepted",
                "'*.example'  | [example]                 | NoMatchingListenerHostname",
                "'*.example'  | ['*.b.example']           | Accepted",
                "'*.b.example' | ['*.example']            | Accepted",
                "'*.b.example' | ['*.c.example']          | NoMatchingListenerHostname",
                "'*.example'  | ['*.example']             | Accepted",
                "a.example    | ['*.example']             | Accepted",
                "a.example    | ['*.a.example']           | NoMatchingListenerHostname",
                "xexample     | ['*.example']             | NoMatchingListenerHostname",
                "a.example    | []                        | Accepted"
            })
    void hostnames_ofRouteAndListener_meetOrTheRouteIsNotAccepted(String listener, String route, String reason) {
        String listeners = "[{name: a, port: 80, protocol: HTTP, hostname: '" + listener + "'}]";

        for (String kind : List.of("HTTPRoute", "GRPCRoute")) {
            assertThat(parents(
                            listeners, route(kind, "default", "parentRefs: [{name: gw}], hostnames: " + route + ",")))
                    .containsExactly("Gateway gw: " + reason);
        }
        assertThat(parents(
                        listeners.replace(", hostname: '" + listener + "'", ""),
                        route("HTTPRoute", "default", "parentRefs: [{name: gw}], hostnames: " + route + ",")))
                .containsExactly("Gateway gw: Accepted");
    }

    @Test
    void hostnames_ofATlsRoute_areItsServerNames() {
        String listeners = "[{name: a, port: 443, protocol: TLS, tls: {mode: Passthrough}, hostname: '*.tls.example'}]";

        assertThat(parents(
                        listeners,
                        route("TLSRoute", "default", "parentRefs: [{name: gw}], hostnames: [a.tls.example],")))
                .containsExactly("Gateway gw: Accepted");
        assertThat(parents(
                        listeners, route("TLSRoute", "default", "parentRefs: [{name: gw}], hostnames: [tls.example],")))
                .containsExactly("Gateway gw: NoMatchingListenerHostname");
        String old = route("TLSRoute", "default", "parentRefs: [{name: gw}], hostnames: [],")
                .replace("k8s.io/v1", "k8s.io/v1alpha2");
        assertThat(parents(listeners, old)).containsExactly("Gateway gw: Accepted");
    }

    @Test
    void kindNamespaceAndHostname_haveToBeAllowedByOneListener() {
        String listeners =
                "[{name: a, port: 80, protocol: HTTP, hostname: a.example, allowedRoutes: {kinds: [{kind: GRPCRoute}]}},"
                        + " {name: b, port: 80, protocol: HTTP, hostname: b.example}]";

        assertThat(parents(
                        listeners, route("HTTPRoute", "default", "parentRefs: [{name: gw}], hostnames: [a.example],")))
                .containsExactly("Gateway gw: NoMatchingListenerHostname");
    }

    @Test
    void listenerSet_asAParent_hasItsOwnListenersAndNamespace() {
        String set = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: ListenerSet
                metadata: {name: set, namespace: shop}
                spec: {parentRef: {name: gw, namespace: default}, listeners: [{name: extra, port: 90, protocol: HTTP}]}
                """;
        String gateway = gateway("[{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]");
        String refs = "parentRefs: [{kind: ListenerSet, name: set, namespace: shop, sectionName: extra}, "
                + "{kind: ListenerSet, name: set, namespace: shop, sectionName: a}, "
                + "{name: gw, namespace: default, sectionName: extra}],";

        assertThat(Resolved.of(gateway, set, route("HTTPRoute", "shop", refs)).parents("r"))
                .containsExactly(
                        "ListenerSet set/extra: Accepted",
                        "ListenerSet set/a: NoMatchingParent",
                        "Gateway gw/extra: NoMatchingParent");
        assertThat(Resolved.of(gateway, set, route("HTTPRoute", "default", refs))
                        .parents("r")
                        .get(0))
                .isEqualTo("ListenerSet set/extra: NotAllowedByListeners");
    }

    @ParameterizedTest
    @CsvSource({"TLSRoute, TLS", "TCPRoute, TCP", "UDPRoute, UDP"})
    void route_ofStreamsOrPackets_hasOneRule(String kind, String protocol) {
        String tls = protocol.equals("TLS") ? ", tls: {mode: Passthrough}" : "";
        String listeners = "[{name: a, port: 80, protocol: " + protocol + tls + "}]";
        String one = route(kind, "default", "parentRefs: [{name: gw}],").replace("k8s.io/v1", "k8s.io/v1alpha2");
        String two = one.replace("rules: [", "rules: [{backendRefs: [{name: s, port: 80}]}, ");

        assertThat(parents(listeners, one)).containsExactly("Gateway gw: Accepted");
        assertThat(parents(listeners, two)).containsExactly("Gateway gw: UnsupportedValue");
        assertThat(Resolved.of(SERVICE, gateway(listeners), two)
                        .route("r")
                        .conditions()
                        .get(0)
                        .status())
                .hasToString("True");
    }

    @Test
    void failingReference_leavesTheRouteAccepted() {
        ResolvedRoute route = Resolved.of(
                        gateway("[{name: a, port: 80, protocol: HTTP}]"),
                        route("HTTPRoute", "default", "parentRefs: [{name: gw}],"))
                .route("r");

        assertThat(route.parents().values())
                .singleElement()
                .satisfies(conditions -> assertThat(conditions)
                        .extracting(condition -> condition.type() + " " + condition.status() + " " + condition.reason())
                        .containsExactly("Accepted True Accepted", "ResolvedRefs False BackendNotFound"));
    }
}
