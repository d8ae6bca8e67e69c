// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.validate.ResourceValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingReferenceGrantsTest {
    private static final ResourceCodec CODEC = ResourceCodec.of(PluginRegistry.of());
    private static final ResourceValidator VALIDATOR = ResourceValidator.builder()
            .plugins(PluginRegistry.of())
            .profile(ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN))
            .build();

    private static List<ReferenceGrant> missing(Resolved resolved) {
        MissingReferenceGrants missing = new MissingReferenceGrants(resolved.resources().stream()
                .filter(ReferenceGrant.class::isInstance)
                .map(ReferenceGrant.class::cast)
                .toList());
        for (KubernetesResource resource : resolved.resources()) {
            if (resource instanceof Route route) {
                ResolvedRoute references = resolved.route(route.metadata().name());
                missing.add(references.route(), references.all());
            } else if (CertificateRefResolver.canRefer(resource)) {
                ResolvedReferences references =
                        resolved.references(resource.metadata().name());
                missing.add(references.resource(), references.references());
            }
        }
        return missing.grants();
    }

    private static String text(ReferenceGrant grant) {
        return grant.metadata().namespace() + "/" + grant.metadata().name() + ": "
                + grant.spec().from().stream()
                        .map(from -> from.kind() + " " + from.namespace())
                        .collect(Collectors.joining(", "))
                + " -> "
                + grant.spec().to().stream()
                        .map(to -> to.kind() + " " + to.name())
                        .collect(Collectors.joining(", "));
    }

    private static String route(String kind, String namespace, String name, String refs) {
        return Resolved.route(
                kind,
                "metadata: {name: " + name + ", namespace: " + namespace + "}",
                "",
                "[{backendRefs: [" + refs + "]}]");
    }

    private static String ref(String namespace, String name) {
        return "{name: " + name + ", namespace: " + namespace + ", port: 80}";
    }

    @Test
    void references_ofOneKindAndNamespace_shareAGrantInEachTargetNamespace() {
        Resolved resolved = Resolved.of(
                route("HTTPRoute", "b", "r1", ref("y", "s2") + ", " + ref("y", "s1") + ", " + ref("x", "s1")),
                route("HTTPRoute", "a", "r2", ref("y", "s1")),
                route(
                        "HTTPRoute",
                        "b",
                        "r3",
                        ref("y", "s1") + ", {group: gateway.kgateway.dev, kind: Backend, name: q, " + "namespace: y}, "
                                + ref("b", "own")),
                route("GRPCRoute", "b", "r4", ref("y", "s1")),
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: gw, namespace: b}
                spec:
                  gatewayClassName: c
                  listeners:
                  - {name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: cert, namespace: y}]}}
                """);

        assertThat(missing(resolved))
                .extracting(MissingReferenceGrantsTest::text)
                .containsExactly(
                        "x/httproute-from-b: HTTPRoute b -> Service s1",
                        "y/grpcroute-from-b: GRPCRoute b -> Service s1",
                        "y/gateway-from-b: Gateway b -> Secret cert",
                        "y/httproute-from-a: HTTPRoute a -> Service s1",
                        "y/httproute-from-b: HTTPRoute b -> Service s1, Service s2, Backend q");
    }

    @Test
    void targets_beyondSixteen_areSplitOverSeveralGrants() {
        String manifests = IntStream.range(0, 40)
                .mapToObj(i -> route("HTTPRoute", "a", "r" + i, ref("y", "s%02d".formatted(i))))
                .collect(Collectors.joining("---\n"));
        List<ReferenceGrant> grants = missing(Resolved.of(manifests));

        assertThat(grants)
                .extracting(grant ->
                        grant.metadata().name() + " " + grant.spec().to().size())
                .containsExactly("httproute-from-a 16", "httproute-from-a-2 16", "httproute-from-a-3 8");
        assertThat(grants.stream().flatMap(grant -> grant.spec().to().stream()).map(to -> to.name()))
                .isSorted()
                .hasSize(40);
    }

    @Test
    void names_ofGrantsThatAreThere_areNotUsedAgain() {
        String there = Resolved.grant("y", Resolved.permit("HTTPRoute"), "group: '', kind: Service, name: s1")
                .replace("name: g,", "name: httproute-from-default,");
        Resolved resolved =
                Resolved.of(there, route("HTTPRoute", "default", "r", ref("y", "s1") + ", " + ref("y", "s2")));

        assertThat(missing(resolved))
                .extracting(MissingReferenceGrantsTest::text)
                .containsExactly("y/httproute-from-default-2: HTTPRoute default -> Service s2");
    }

    @Test
    void nothingRefused_needsNoGrant() {
        assertThat(missing(Resolved.of(
                        route("HTTPRoute", "a", "r", ref("a", "s")),
                        route("TCPRoute", "a", "t", "{name: x, port: 1}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void grants_onceApplied_permitEveryReferenceThatWasRefused(long seed) {
        List<String> manifests = random(new Random(seed));
        Resolved before = Resolved.of(manifests.toArray(String[]::new));
        List<ReferenceGrant> grants = missing(before);
        assertThat(grants).isNotEmpty().isEqualTo(missing(Resolved.of(manifests.toArray(String[]::new))));
        assertThat(VALIDATOR
                        .validate(ResourceSet.of(grants.toArray(KubernetesResource[]::new)))
                        .diagnostics()
                        .errors())
                .isEmpty();

        List<String> applied = new ArrayList<>(manifests);
        grants.forEach(grant -> applied.add(CODEC.toYaml(grant)));
        Resolved after = Resolved.of(applied.toArray(String[]::new));

        assertThat(missing(after)).isEmpty();
        assertThat(outcomes(before)).contains(ReferenceOutcome.REF_NOT_PERMITTED);
        assertThat(outcomes(after))
                .doesNotContain(ReferenceOutcome.REF_NOT_PERMITTED)
                .hasSameSizeAs(outcomes(before));
    }

    private static List<ReferenceOutcome> outcomes(Resolved resolved) {
        return resolved.resources().stream()
                .filter(Route.class::isInstance)
                .flatMap(resource -> resolved.route(resource.metadata().name()).all().stream())
                .map(ResolvedReference::outcome)
                .toList();
    }

    private static List<String> random(Random random) {
        List<String> namespaces = List.of("a", "b", "c", "default");
        List<String> manifests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String kind = Resolved.ROUTE_KINDS.get(random.nextInt(Resolved.ROUTE_KINDS.size()));
            StringBuilder refs = new StringBuilder();
            for (int j = 0; j <= random.nextInt(16); j++) {
                String target = random.nextBoolean() ? ", port: 80" : ", group: gateway.kgateway.dev, kind: Backend";
                refs.append(j == 0 ? "" : ", ")
                        .append("{name: s")
                        .append(random.nextInt(30))
                        .append(", namespace: ")
                        .append(namespaces.get(random.nextInt(namespaces.size())))
                        .append(target)
                        .append("}");
            }
            manifests.add(route(kind, namespaces.get(random.nextInt(namespaces.size())), "r" + i, refs.toString()));
        }
        manifests.add(Resolved.grant(
                "a", Resolved.permit("HTTPRoute"), "group: '', kind: Service, name: s" + random.nextInt(30)));
        return manifests;
    }
}
