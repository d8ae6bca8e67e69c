// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteDelegationTest {
    private static final String ROOT = "parentRefs: [{name: gw}],";

    private static String route(String name, String spec, String refs) {
        return route("default", name, "", spec, refs);
    }

    private static String route(String namespace, String name, String label, String spec, String refs) {
        String labels = label.isEmpty() ? "" : ", labels: {delegation.kgateway.dev/label: " + label + "}";
        return Resolved.route(
                "HTTPRoute",
                "metadata: {name: " + name + ", namespace: " + namespace + labels + "}",
                spec,
                "[{backendRefs: [" + refs + "]}]");
    }

    private static String to(String name) {
        return "{group: gateway.networking.k8s.io, kind: HTTPRoute" + (name.isEmpty() ? "" : ", name: " + name) + "}";
    }

    private static String toLabel(String name, String namespace) {
        return "{group: delegation.kgateway.dev, kind: label, name: " + name + ", namespace: " + namespace + "}";
    }

    private static List<String> delegates(Resolved resolved, String route) {
        ResolvedBackendRef ref = resolved.ref(route);
        assertThat(ref.outcome()).hasToString(ref.delegates().isEmpty() ? "BackendNotFound" : "Delegated");
        assertThat(ref.cluster()).isEqualTo("blackhole-cluster");
        return ref.delegates().stream().map(ResourceKey::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b                   | HTTPRoute default/b",
                "'\"*\"'             | HTTPRoute default/b, HTTPRoute default/c",
                "''                  | HTTPRoute default/b, HTTPRoute default/c",
                "'x, namespace: far' | HTTPRoute far/x",
                "none                | ''"
            })
    void reference_toHttpRoutes_selectsByNameAndNamespace(String name, String expected) {
        Resolved resolved = Resolved.of(
                route("root", ROOT, to(name)), route("b", "", ""), route("c", "", ""), route("far", "x", "", "", ""));

        assertThat(String.join(", ", delegates(resolved, "root"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "blue | default | HTTPRoute default/b",
                "blue | far     | HTTPRoute far/x, HTTPRoute far/y",
                "blue | all     | HTTPRoute default/b, HTTPRoute far/x, HTTPRoute far/y",
                "red  | all     | HTTPRoute default/c",
                "red  | far     | ''",
                "none | all     | ''"
            })
    void reference_toALabel_selectsTheRoutesThatHaveIt(String label, String namespace, String expected) {
        Resolved resolved = Resolved.of(
                route("default", "root", "blue", ROOT, toLabel(label, namespace)),
                route("default", "b", "blue", "", ""),
                route("default", "c", "red", "", ""),
                route("far", "x", "blue", "", ""),
                route("far", "y", "blue", "", ""),
                route("default", "plain", "", "", ""));

        assertThat(String.join(", ", delegates(resolved, "root"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{group: gateway.networking.k8s.io, kind: HTTPRoute, name: root} | Delegated",
                "{kind: HTTPRoute, name: root}                                   | Delegated",
                "{kind: HTTPRoute, name: other}                                  | BackendNotFound",
                "{name: root}                                                    | BackendNotFound",
                "{kind: Service, group: '', name: root}                          | BackendNotFound",
                "{kind: HTTPRoute, name: root, namespace: far}                   | BackendNotFound",
                "{name: gw}, {kind: HTTPRoute, name: root}                       | Delegated"
            })
    void child_thatNamesParents_isSelectedByThoseAlone(String parents, String outcome) {
        Resolved resolved = Resolved.of(route("root", ROOT, to("b")), route("b", "parentRefs: [" + parents + "],", ""));

        assertThat(resolved.ref("root").outcome()).hasToString(outcome);
    }

    @Test
    void reference_thatIsUnresolved_saysSoInTheCondition() {
        Condition condition = Resolved.of(route("root", ROOT, to("none")))
                .route("root")
                .conditions()
                .get(0);

        assertThat(condition.reason()).isEqualTo("BackendNotFound");
        assertThat(condition.message())
                .isEqualTo("spec.rules[0].backendRefs[0]: gateway.networking.k8s.io/HTTPRoute/default/none: "
                        + "unresolved reference");
    }

    @Test
    void reference_ofAnotherKindOfRoute_delegatesNothing() {
        Resolved resolved = Resolved.of(Resolved.route("GRPCRoute", "r", to("b")), route("b", "", ""));

        assertThat(resolved.ref("r").outcome()).isEqualTo(ReferenceOutcome.INVALID_KIND);
    }

    @Test
    void delegation_acrossNamespaces_needsNoGrant() {
        Resolved resolved = Resolved.of(
                route(
                        "root",
                        ROOT,
                        "{group: gateway.networking.k8s.io, kind: HTTPRoute, name: x, namespace: far}, "
                                + toLabel("blue", "far")),
                route("far", "x", "blue", "", ""));

        assertThat(resolved.route("root").all())
                .extracting(ref -> ref.outcome().toString())
                .containsOnly("Delegated");
        assertThat(resolved.route("root").diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cycle_ofAnyLength_failsAtTheReferenceThatClosesItSeenFromTheRoot(int length) {
        // In reverse, so that the order of the documents cannot be what decides.
        List<String> manifests = new ArrayList<>();
        for (int i = length; i >= 1; i--) {
            manifests.add(route("r" + i, "", to("r" + (i == length ? 1 : i + 1))));
        }
        manifests.add(route("root", ROOT, to("r1")));
        Resolved resolved = Resolved.of(manifests.toArray(String[]::new));

        assertThat(resolved.ref("root").outcome()).isEqualTo(ReferenceOutcome.DELEGATED);
        for (int i = 1; i <= length; i++) {
            ResolvedBackendRef ref = resolved.ref("r" + i);
            assertThat(ref.outcome())
                    .isEqualTo(i == length ? ReferenceOutcome.REF_NOT_PERMITTED : ReferenceOutcome.DELEGATED);
            assertThat(String.valueOf(ref.failure()))
                    .isEqualTo(i == length ? "delegation to HTTPRoute default/r1 leads back to this route" : "null");
        }
        assertThat(resolved.route("r" + length).conditions().get(0).reason()).isEqualTo("RefNotPermitted");
    }

    @Test
    void cycle_ofLabels_isNoMatterOfGrants() {
        Resolved resolved = Resolved.of(
                route("here", "root", "blue", ROOT, toLabel("red", "there")),
                route("there", "child", "red", "", toLabel("blue", "here")));

        assertThat(resolved.ref("child").outcome()).isEqualTo(ReferenceOutcome.BACKEND_NOT_FOUND);
        Resolved open = Resolved.of(
                route("here", "root", "", ROOT, toLabel("green", "here")),
                route("here", "a", "green", "", toLabel("red", "there")),
                route("there", "b", "red", "", toLabel("green", "here")));
        assertThat(open.ref("b").outcome()).isEqualTo(ReferenceOutcome.REF_NOT_PERMITTED);
        MissingReferenceGrants missing = new MissingReferenceGrants(List.of());
        missing.add(open.route("b").route(), open.route("b").all());
        assertThat(missing.grants()).isEmpty();
    }

    @Test
    void wildcard_thatMeetsACycle_keepsTheOthers() {
        Resolved resolved = Resolved.of(
                route("root", ROOT, to("a")), route("a", "", to("'*'")), route("b", "", to("a")), route("c", "", ""));

        assertThat(delegates(resolved, "a")).containsExactly("HTTPRoute default/b", "HTTPRoute default/c");
        assertThat(resolved.ref("b").outcome()).isEqualTo(ReferenceOutcome.REF_NOT_PERMITTED);
    }

    @Test
    void chain_ofTenThousandRoutes_isWalkedWithoutRecursion() {
        int length = 10_000;
        Resolved resolved = Resolved.of(IntStream.rangeClosed(1, length)
                .mapToObj(i -> route("r" + i, i == 1 ? ROOT : "", i == length ? to("r1") : to("r" + (i + 1))))
                .toArray(String[]::new));

        assertThat(resolved.ref("r1").outcome()).isEqualTo(ReferenceOutcome.DELEGATED);
        assertThat(resolved.ref("r9999").outcome()).isEqualTo(ReferenceOutcome.DELEGATED);
        // The last one leads to the first, which names a Gateway and so lets nobody but Gateways in.
        assertThat(resolved.ref("r10000").outcome()).isEqualTo(ReferenceOutcome.BACKEND_NOT_FOUND);
    }

    @Test
    void parents_ofADelegatedChild_areTheRoutesThatDelegateInDocumentOrder() {
        Resolved resolved = Resolved.of(
                route("root", ROOT, to("a") + ", " + to("c")),
                route("a", "", to("c")),
                route(
                        "far",
                        "x",
                        "",
                        ROOT,
                        "{group: gateway.networking.k8s.io, kind: HTTPRoute, name: c, namespace: default}"),
                route("c", "", "{name: none, port: 80}"));
        ResolvedRoute child = resolved.route("c");

        assertThat(child.parents().keySet())
                .extracting(parent -> parent.kind() + " " + parent.namespace() + "/" + parent.name())
                .containsExactly("HTTPRoute default/root", "HTTPRoute default/a", "HTTPRoute far/x");
        assertThat(child.parents().values())
                .allSatisfy(conditions -> assertThat(conditions)
                        .extracting(condition -> condition.type() + " " + condition.reason())
                        .containsExactly("Accepted Accepted", "ResolvedRefs BackendNotFound"));
        assertThat(resolved.route("root").parents()).isEmpty();
    }

    @Test
    void parents_thatTheChildNames_acceptItIfTheyDelegateToIt() {
        String parents =
                "parentRefs: [{kind: HTTPRoute, name: root}, {kind: HTTPRoute, name: idle}, {kind: HTTPRoute, name: "
                        + "none}],";
        Resolved resolved = Resolved.of(route("root", ROOT, to("b")), route("idle", ROOT, ""), route("b", parents, ""));

        assertThat(resolved.parents("b"))
                .containsExactly("HTTPRoute root: Accepted", "HTTPRoute idle: NoMatchingParent");
        assertThat(resolved.route("b").diagnostics())
                .singleElement()
                .hasToString(
                        "WARNING text:14:52: HTTPRoute default/b: spec.parentRefs[1]: HTTPRoute idle does not accept it: the parent "
                                + "does not delegate to it [NoMatchingParent]");
        ParentReference first =
                resolved.route("b").parents().keySet().iterator().next();
        assertThat(first.namespace()).as("as the route names it").isNull();
    }
}
