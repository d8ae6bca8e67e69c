// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.queue.QueueDefinition;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.BackendRefPortPolicy;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendRefResolverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(new QueueDefinition());
    private static final ResourceReader READER =
            ResourceReader.builder().plugins(PLUGINS).build();
    private static final String TARGETS = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: q}
            spec: {queue: {broker: x, port: 99}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: s}
            spec: {ports: [{port: 80}, {port: 443}]}
            ---
            """;

    private static ResolvedRoute resolve(TranslationSettings settings, String rules) {
        ResourceSet resources = READER.readText(TARGETS + """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, generation: 7}
                spec: {rules: %s}
                """.formatted(rules));
        assertThat(resources.diagnostics().errors()).isEmpty();
        return ReferenceResolver.builder()
                .plugins(PLUGINS)
                .settings(settings)
                .build()
                .resolve(ResourceValidator.builder().plugins(PLUGINS).build().validate(resources))
                .routes()
                .get(0);
    }

    private static ResolvedRoute resolve(String rules) {
        return resolve(TranslationSettings.SECURE, rules);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group: gateway.kgateway.dev, kind: Backend, name: q            | Resolved        | backend_default_q_0",
                "name: s, port: 80                                              | Resolved        | kube_default_s_80",
                "name: s, port: 443, group: '', kind: Service, namespace: default | Resolved      | kube_default_s_443",
                "name: s, port: 81                                              | BackendNotFound | blackhole-cluster",
                "name: none, port: 80                                           | BackendNotFound | blackhole-cluster",
                "group: gateway.kgateway.dev, kind: Backend, name: none         | BackendNotFound | blackhole-cluster",
                "kind: Backend, name: q                                         | InvalidKind     | blackhole-cluster",
                "group: gateway.kgateway.dev, kind: backend, name: q            | InvalidKind     | blackhole-cluster",
                "group: core, kind: Service, name: s, port: 80                  | InvalidKind     | blackhole-cluster",
                "group: gateway.kgateway.dev, kind: Backend, name: q, namespace: other | RefNotPermitted | blackhole-cluster",
                "name: none, port: 80, namespace: other                         | RefNotPermitted | blackhole-cluster",
                "group: x.example, kind: Foo, name: q, namespace: other         | RefNotPermitted | blackhole-cluster"
            })
    void reference_ofEachForm_hasOneOutcomeAndCluster(String ref, String outcome, String cluster) {
        ResolvedBackendRef resolved =
                resolve("[{backendRefs: [{" + ref + "}]}]").rules().get(0).get(0);

        assertThat(resolved.outcome()).hasToString(outcome);
        assertThat(resolved.cluster()).isEqualTo(cluster);
        assertThat(resolved.isResolved()).isEqualTo(resolved.failure() == null);
        assertThat(resolved.path()).hasToString("spec.rules[0].backendRefs[0]");
    }

    @Test
    void port_onAReferenceToABackend_isIgnoredWithAWarningThatNamesItsOwn() {
        ResolvedRoute route =
                resolve("[{backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: q, port: 8080}]}]");

        assertThat(route.rules().get(0).get(0).isResolved()).isTrue();
        assertThat(route.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("WARNING text:14:85: HTTPRoute default/r: spec.rules[0].backendRefs[0].port: "
                        + "port 8080 is ignored: Backend default/q defines its own port, 99 [PortIgnored]");
        assertThat(condition(route).status()).isEqualTo(ConditionStatus.TRUE);
    }

    @ParameterizedTest
    @CsvSource({"2.1", "2.2", "2.3", "2.4", "main"})
    void port_onAReferenceToABackend_failsInEveryKgatewayProfile(String version) {
        TranslationSettings settings = TranslationSettings.of(
                TranslationProfile.kgateway(KgatewayVersion.parse(version).orElseThrow()));
        String rules = "[{backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: none, port: 1}]}]";

        Condition condition = condition(resolve(settings, rules));
        assertThat(condition.reason()).isEqualTo("BackendNotFound");
        assertThat(condition.message())
                .isEqualTo("BackendRef to \"none\" includes a port. Do not specify a port when referencing a Backend "
                        + "resource, as it defines its own port configuration");
        TranslationSettings ignoring = settings.toBuilder()
                .set(CoreSettings.BACKEND_REF_PORT, BackendRefPortPolicy.IGNORE)
                .build();
        assertThat(condition(resolve(ignoring, rules)).message()).contains("not found");
    }

    @Test
    void condition_withSeveralFailures_hasTheFirstReasonAndNamesAll() {
        String rules = "[{backendRefs: [{name: none, port: 80}, {kind: Foo, group: x, name: y}]}]";

        Condition first = condition(resolve(rules));
        assertThat(first.type()).isEqualTo("ResolvedRefs");
        assertThat(first.status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(first.observedGeneration()).isEqualTo(7);
        assertThat(first.reason()).isEqualTo("BackendNotFound");
        assertThat(first.message())
                .startsWith(
                        "spec.rules[0].backendRefs[0]: Service default/none not found; spec.rules[0].backendRefs[1]: ");

        Condition last =
                condition(resolve(TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN)), rules));
        assertThat(last.reason()).isEqualTo("InvalidKind");
        assertThat(last.message()).isEqualTo("unknown backend kind");
    }

    @Test
    void notFound_inKgateway21_namesNoNamespace() {
        Condition condition = condition(resolve(
                TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.V2_1)),
                "[{backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: none}]}]"));

        assertThat(condition.message()).isEqualTo("Backend \"none\" not found");
    }

    @Test
    void filters_thatReferToBackends_areResolvedWithTheirPaths() {
        ResolvedRoute route = resolve("""
                [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: s, port: 80}}}],
                  backendRefs: [{name: s, port: 80, filters: [
                    {type: RequestMirror, requestMirror: {backendRef: {name: none, port: 80}}}]}]}]""");

        assertThat(route.filterRefs())
                .extracting(ResolvedBackendRef::toString)
                .containsExactly(
                        "spec.rules[0].filters[0].requestMirror.backendRef -> Service default/s (Resolved)",
                        "spec.rules[0].backendRefs[0].filters[0].requestMirror.backendRef -> Service default/none "
                                + "(BackendNotFound)");
        assertThat(condition(route).reason()).isEqualTo("BackendNotFound");
        assertThat(route.all()).hasSize(3);
    }

    @Test
    void route_withoutReferences_isResolved() {
        ResolvedRoute route = resolve("[{}]");

        assertThat(route.all()).isEmpty();
        assertThat(condition(route).status()).isEqualTo(ConditionStatus.TRUE);
    }

    private static Condition condition(ResolvedRoute route) {
        assertThat(route.conditions()).hasSize(1);
        return route.conditions().get(0);
    }
}
