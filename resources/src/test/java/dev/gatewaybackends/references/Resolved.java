// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.queue.QueueDefinition;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceValidator;
import java.util.ArrayList;
import java.util.List;

/** Valid manifests and what their references resolve to. */
final class Resolved {
    static final List<String> ROUTE_KINDS = List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");

    private static final PluginRegistry PLUGINS = PluginRegistry.of(new QueueDefinition());
    private static final ResourceReader READER =
            ResourceReader.builder().plugins(PLUGINS).build();
    private static final ResourceValidator VALIDATOR =
            ResourceValidator.builder().plugins(PLUGINS).build();

    private final List<KubernetesResource> resources;
    private final ResolvedResources resolved;

    private Resolved(TranslationSettings settings, AppProtocols appProtocols, ResourceSet set) {
        this.resources = set.entries().stream().map(ResourceEntry::resource).toList();
        this.resolved = ReferenceResolver.builder()
                .plugins(PLUGINS)
                .settings(settings)
                .appProtocols(appProtocols)
                .build()
                .resolve(VALIDATOR.validate(set));
    }

    static Resolved of(String... manifests) {
        return of(TranslationSettings.SECURE, manifests);
    }

    static Resolved of(TranslationSettings settings, String... manifests) {
        return of(settings, AppProtocols.KUBERNETES, manifests);
    }

    static Resolved of(TranslationSettings settings, AppProtocols appProtocols, String... manifests) {
        ResourceSet set = READER.readText(String.join("---\n", manifests));
        assertThat(set.diagnostics().errors()).isEmpty();
        assertThat(VALIDATOR.validate(set).diagnostics().errors()).isEmpty();
        return new Resolved(settings, appProtocols, set);
    }

    List<KubernetesResource> resources() {
        return resources;
    }

    ResolvedRoute route(String name) {
        return resolved.routes().stream()
                .filter(route -> route.route().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first backendRef of the first rule of a route. */
    ResolvedBackendRef ref(String route) {
        return route(route).rules().get(0).get(0);
    }

    ResolvedReferences references(String name) {
        return resolved.references().stream()
                .filter(references -> references.resource().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What each known parent says of a route, e.g. {@code Gateway gw: Accepted}. */
    List<String> parents(String route) {
        List<String> parents = new ArrayList<>();
        route(route).parents().forEach((parent, conditions) -> {
            Condition accepted = conditions.get(0);
            assertThat(accepted.type()).isEqualTo("Accepted");
            assertThat(accepted.status()).hasToString(accepted.reason().equals("Accepted") ? "True" : "False");
            parents.add(text(parent) + ": " + accepted.reason());
        });
        return parents;
    }

    private static String text(ParentReference parent) {
        return parent.kind() + " " + parent.name()
                + (parent.sectionName() == null ? "" : "/" + parent.sectionName())
                + (parent.port() == null ? "" : ":" + parent.port());
    }

    static String route(String kind, String name, String refs) {
        return route(kind, "metadata: {name: " + name + ", generation: 7}", "", "[{backendRefs: [" + refs + "]}]");
    }

    static String route(String kind, String metadata, String spec, String rules) {
        String hostnames = kind.equals("TLSRoute") && !spec.contains("hostnames") ? "hostnames: [tls.example], " : "";
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: %s
                %s
                spec: {%s%s rules: %s}
                """.formatted(kind, metadata, hostnames, spec, rules);
    }

    static String service(String name, String ports) {
        return service("default", name, ports);
    }

    static String service(String namespace, String name, String ports) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: %s}
                spec: {ports: %s}
                """.formatted(name, namespace, ports);
    }

    static String backend(String namespace, String name, String broker) {
        return """
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: %s, namespace: %s}
                spec: {queue: {broker: %s, port: 99}}
                """.formatted(name, namespace, broker);
    }

    static String grant(String namespace, String from, String to) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: ReferenceGrant
                metadata: {name: g, namespace: %s}
                spec: {from: [{%s}], to: [{%s}]}
                """.formatted(namespace, from, to);
    }

    static String permit(String kind) {
        return "group: gateway.networking.k8s.io, kind: " + kind + ", namespace: default";
    }
}
