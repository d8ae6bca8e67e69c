// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.queue.QueueBackend;
import com.example.queue.QueuePlugin;
import com.google.protobuf.ByteString;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.DiagnosticsException;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ConditionStatus;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTranslatorTest {
    private static final PluginRegistry PLUGINS =
            PluginRegistry.builder().add(new QueuePlugin()).build();
    private static final BackendTranslator TRANSLATOR =
            BackendTranslator.builder().plugins(PLUGINS).build();
    private static final ResourceReader READER =
            ResourceReader.builder().plugins(PLUGINS).build();

    private static String backend(String name, String spec) {
        return """
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: %s, generation: 3}
                spec: %s
                ---
                """.formatted(name, spec);
    }

    private static String route(String rules) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, generation: 7}
                spec: {rules: %s}
                ---
                """.formatted(rules);
    }

    private static String ref(String name) {
        return "{group: gateway.kgateway.dev, kind: Backend, name: " + name + "}";
    }

    private static TranslationResult translate(String text) {
        return TRANSLATOR.translate(READER.readText(text, "t.yaml"));
    }

    private static ResourceKey key(String name) {
        return new ResourceKey("gateway.kgateway.dev", "Backend", "default", name);
    }

    private static List<String> texts(TranslationResult result) {
        return result.diagnostics().all().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void thirdPartyType_throughTheSpiAlone_isTranslated() {
        TranslationResult result = translate(backend("q", "{queue: {broker: mq.example}}"));

        assertThat(result.diagnostics().isEmpty()).isTrue();
        assertThat(result.cluster().getName()).isEqualTo("backend_default_q_0");
        assertThat(result.cluster()
                        .getLoadAssignment()
                        .getEndpoints(0)
                        .getLbEndpoints(0)
                        .getEndpoint()
                        .getAddress()
                        .getSocketAddress()
                        .getPortValue())
                .isEqualTo(5672);
        assertThat(result.requirements(key("q")).route().upgradeTypes()).containsExactly("amqp");
        assertThat(result.type(key("q"))).isEqualTo("queue");
    }

    @Test
    void thirdPartySetting_byProfileAndByHand_isRead() {
        String text = backend("q", "{queue: {broker: mq.example}}");
        TranslationSettings kgateway = TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));

        assertThat(with(kgateway, text).requirements(key("q")).isEmpty()).isTrue();
        assertThat(with(kgateway.toBuilder().set(QueuePlugin.UPGRADE, true).build(), text)
                        .requirements(key("q"))
                        .route()
                        .upgradeTypes())
                .containsExactly("amqp");
    }

    private static TranslationResult with(TranslationSettings settings, String text) {
        return BackendTranslator.builder()
                .plugins(PLUGINS)
                .settings(settings)
                .build()
                .translate(READER.readText(text));
    }

    @Test
    void thirdPartyConstraintAndRule_broken_areReportedWithPathAndPlace() {
        TranslationResult result = translate(
                backend("a", "{queue: {broker: UPPER}}") + backend("b", "{queue: {broker: mq.invalid, port: 1}}"));

        assertThat(texts(result))
                .containsExactly(
                        "ERROR t.yaml:4:16: Backend default/a: spec.queue.broker: Invalid value: \"UPPER\": "
                                + "spec.queue.broker in body should match '^[a-z0-9.-]+$' [Invalid]",
                        "ERROR t.yaml:9:16: Backend default/b: spec.queue.broker: no broker has such a name "
                                + "[BrokerUnknown]");
        assertThat(result.clusters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"explode", "explode-early", "nothing", "misnamed"})
    void plugin_thatFails_costsOnlyItsBackendAndLeaksNothing(String broker) {
        TranslationResult result = translate(
                backend("bad", "{queue: {broker: " + broker + "}}") + backend("good", "{queue: {broker: x}}"));

        assertThat(result.clusters()).extracting(Cluster::getName).containsExactly("backend_default_good_0");
        assertThat(result.diagnostics().errors()).singleElement().satisfies(error -> {
            assertThat(error.reason()).isEqualTo(Reason.INTERNAL);
            assertThat(error.message()).contains("com.example.queue.QueuePlugin");
            assertThat(error.location()).hasToString("t.yaml:4:8");
        });
        assertThat(result.diagnostics().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{queue: {broker: UPPER}}",
                "{queue: {broker: mq.invalid}}",
                "{queue: {broker: explode}}",
                "{queue: {broker: x, port: 70000}}",
                "{queue: {broker: x, port: \"80\"}}",
                "{unknown: {}}",
                "{queue: {broker: x}, static: {}}",
                "{}",
                "[]",
                "{queue: {broker: x, broker: y}}"
            })
    void neighbours_ofABadBackend_areTheSameByteForByte(String spec) {
        String good = backend("a", "{queue: {broker: a}}") + backend("z", "{queue: {broker: z}}");
        TranslationResult without = translate(good);
        TranslationResult with = translate(backend("bad", spec) + good);

        assertThat(with.diagnostics().hasErrors()).isTrue();
        assertThat(bytes(with)).isEqualTo(bytes(without));
        assertThat(with.resources().version(XdsResources.CLUSTER))
                .isEqualTo(without.resources().version(XdsResources.CLUSTER));
    }

    private static List<ByteString> bytes(TranslationResult result) {
        return result.clusters().stream().map(Cluster::toByteString).toList();
    }

    @Test
    void cluster_thatEnvoyWouldRefuse_neverLeavesTheLibrary() {
        TranslationResult result = translate(backend("q", "{queue: {broker: mq.example, port: 70000}}"));

        assertThat(result.clusters()).isEmpty();
        assertThat(texts(result))
                .singleElement()
                .asString()
                .contains("port_value: 70000")
                .endsWith("[EnvoyRejects]");
    }

    @Test
    void internalListener_thatEnvoyWouldRefuse_neverLeavesTheLibrary() {
        TranslationResult result = translate(backend("q", "{queue: {broker: listening}}"));

        assertThat(result.clusters()).isEmpty();
        assertThat(texts(result))
                .singleElement()
                .asString()
                .contains("internal listener queue: address.socket_address.port_value: 70000")
                .endsWith("[EnvoyRejects]");
    }

    @Test
    void status_ofEachBackend_saysWhetherItIsAccepted() {
        TranslationResult result =
                translate(backend("good", "{queue: {broker: x}}") + backend("bad", "{queue: {broker: mq.invalid}}"));

        assertThat(result.status(key("good")).conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.type()).isEqualTo("Accepted");
            assertThat(condition.status()).isEqualTo(ConditionStatus.TRUE);
            assertThat(condition.observedGeneration()).isEqualTo(3);
        });
        assertThat(result.status(key("bad")).conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.status()).isEqualTo(ConditionStatus.FALSE);
            assertThat(condition.reason()).isEqualTo("Invalid");
            assertThat(condition.message())
                    .isEqualTo("Backend error: \"spec.queue.broker: no broker has such a name\"");
        });
        assertThatThrownBy(() -> result.status(key("absent"))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void istioAnnotation_thatIsNoBoolean_isRefusedInTheKgatewayProfileOnly() {
        String text = backend("q", "{queue: {broker: x}}")
                .replace("generation: 3", "annotations: {kgateway.dev/disable-istio-auto-mtls: maybe}");
        TranslationResult kgateway =
                with(TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN)), text);

        assertThat(translate(text).clusters()).hasSize(1);
        assertThat(kgateway.clusters()).isEmpty();
        assertThat(kgateway.status(key("q")).conditions().get(0).message())
                .isEqualTo("Backend error: \"invalid annotation kgateway.dev/disable-istio-auto-mtls value \"maybe\": "
                        + "strconv.ParseBool: parsing \"maybe\": invalid syntax\"");
    }

    @Test
    void secret_thatIsMissing_isReportedOnceAtItsReference() {
        TranslationResult result = translate(backend("q", "{queue: {broker: secret}}"));

        assertThat(texts(result))
                .containsExactly("ERROR t.yaml:4:16: Backend default/q: spec.queue.broker: "
                        + "Secret default/credentials not found [SecretNotFound]");
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: credentials}\n";
        assertThat(translate(backend("q", "{queue: {broker: secret}}") + secret).clusters())
                .hasSize(1);
    }

    @Test
    void backend_declaredAgain_isPassedOverIfEqualAndRefusedIfNot() {
        String one = backend("q", "{queue: {broker: x}}");
        TranslationResult same = translate(one + one);
        assertThat(same.clusters()).hasSize(1);
        assertThat(texts(same))
                .containsExactly("WARNING t.yaml:6:1: Backend default/q: it is declared again with the same content; "
                        + "first at t.yaml:1:1 [Duplicate]");

        TranslationResult other = translate(one + backend("q", "{queue: {broker: y}}"));
        assertThat(other.clusters()).isEmpty();
        assertThat(other.diagnostics().errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).isEqualTo(Reason.DUPLICATE));
    }

    @Test
    void policies_thatNothingApplies_areReported() {
        String policies = """
                ---
                {apiVersion: gateway.kgateway.dev/v1alpha1, kind: TrafficPolicy, metadata: {name: guard, namespace: default}, spec: {}}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: BackendTLSPolicy
                metadata: {name: tls}
                spec:
                  targetRefs:
                    - {group: "", kind: Service, name: q}
                    - {group: gateway.kgateway.dev, kind: Backend, name: q}
                  validation: {hostname: q.example, wellKnownCACertificates: System}
                ---
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: q}}
                """;

        TranslationResult result = translate(backend("q", "{queue: {broker: x}}") + policies);

        assertThat(result.clusters()).hasSize(1);
        assertThat(texts(result))
                .containsExactly(
                        "WARNING t.yaml:7:1: TrafficPolicy default/guard: TrafficPolicy is not translated: the output is as "
                                + "it would be without this one [NotTranslated]",
                        "WARNING t.yaml:15:7: BackendTLSPolicy default/tls: spec.targetRefs[1]: BackendTLSPolicy is not "
                                + "translated: the cluster of Backend q is as it would be without this one "
                                + "[NotTranslated]");
    }

    @Test
    void typedBackend_withoutReading_isTranslated() {
        Cluster cluster = TRANSLATOR
                .translate(Backend.of(ObjectMeta.of("shop", "q"), new QueueBackend("mq.example", 1)))
                .cluster();

        assertThat(cluster.getName()).isEqualTo("backend_shop_q_0");
    }

    @Test
    void typedBackend_thatIsIncomplete_isADiagnosticAndNoException() {
        TranslationResult result =
                TRANSLATOR.translate(Backend.of(ObjectMeta.of("shop", "q"), new QueueBackend(null, null)));

        assertThat(texts(result)).containsExactly("ERROR Backend shop/q: spec.queue.broker: Required value [Required]");
        assertThatThrownBy(result::cluster).isInstanceOf(DiagnosticsException.class);
        assertThatThrownBy(result::orElseThrow)
                .isInstanceOf(DiagnosticsException.class)
                .hasMessageContaining("spec.queue.broker");
        assertThat(TRANSLATOR
                        .translate(new Backend(ObjectMeta.of("a", "b"), new BackendSpec(null, null), null))
                        .diagnostics()
                        .hasErrors())
                .isTrue();
    }

    @Test
    void result_isSortedByNameWhateverTheOrderOfTheInput() {
        String a = backend("a", "{queue: {broker: a}}");
        String b = backend("b", "{queue: {broker: b}}");

        assertThat(bytes(translate(a + b))).isEqualTo(bytes(translate(b + a)));
        assertThat(translate(b + a).resources().version(XdsResources.CLUSTER))
                .isEqualTo(translate(a + b).resources().version(XdsResources.CLUSTER))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void version_ofOneResource_changesWithItAlone() {
        XdsResources one = translate(backend("a", "{queue: {broker: a}}") + backend("b", "{queue: {broker: b}}"))
                .resources();
        XdsResources two = translate(backend("a", "{queue: {broker: a}}") + backend("b", "{queue: {broker: c}}"))
                .resources();

        assertThat(one.version(XdsResources.CLUSTER, "backend_default_a_0"))
                .isEqualTo(two.version(XdsResources.CLUSTER, "backend_default_a_0"));
        assertThat(one.version(XdsResources.CLUSTER, "backend_default_b_0"))
                .isNotEqualTo(two.version(XdsResources.CLUSTER, "backend_default_b_0"));
        assertThat(one.version(XdsResources.CLUSTER)).isNotEqualTo(two.version(XdsResources.CLUSTER));
        assertThat(one.get(XdsResources.SECRET)).isEmpty();
        assertThat(one.get("no.such.type")).isEmpty();
        assertThat(one.typeUrls())
                .containsExactly(XdsResources.CLUSTER, XdsResources.LOAD_ASSIGNMENT, XdsResources.SECRET);
        assertThatThrownBy(() -> one.version(XdsResources.CLUSTER, "absent"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void route_toOneBackend_goesToItsClusterWithTheUpgradesItNeeds() {
        TranslationResult result =
                translate(backend("q", "{queue: {broker: x}}") + route("[{backendRefs: [" + ref("q") + "]}]"));

        RouteAction action =
                ((RuleTranslation.Http) result.routes().get(0).rules().get(0)).action();
        assertThat(action.getCluster()).isEqualTo("backend_default_q_0");
        assertThat(action.getClusterNotFoundResponseCode())
                .isEqualTo(RouteAction.ClusterNotFoundResponseCode.INTERNAL_SERVER_ERROR);
        assertThat(action.getUpgradeConfigs(0).getUpgradeType()).isEqualTo("amqp");
    }

    @Test
    void route_withAFailingReference_sendsItsShareToTheUndefinedCluster() {
        TranslationResult result = translate(backend("q", "{queue: {broker: x}}")
                + route("[{backendRefs: [" + ref("q") + ", {group: gateway.kgateway.dev, kind: Backend, name: gone, "
                        + "weight: 3}]}]"));

        RouteAction action =
                ((RuleTranslation.Http) result.routes().get(0).rules().get(0)).action();
        assertThat(action.getWeightedClusters().getClustersList())
                .extracting(
                        cluster -> cluster.getName() + " " + cluster.getWeight().getValue())
                .containsExactly("backend_default_q_0 1", "blackhole-cluster 3");
        assertThat(result.diagnostics().errors())
                .extracting(Diagnostic::toString)
                .containsExactly("ERROR t.yaml:9:86: HTTPRoute default/r: spec.rules[0].backendRefs[1]: "
                        + "Backend default/gone not found [BackendNotFound]");
    }

    @Test
    void route_withoutAnyWeight_hasNoAction() {
        String weightless = "{group: gateway.kgateway.dev, kind: Backend, name: q, weight: 0}";
        String text = backend("q", "{queue: {broker: x}}")
                + route("[{backendRefs: [" + weightless + "]}, {backendRefs: [" + weightless + ", " + weightless
                        + "]}, {}]");

        assertThat(translate(text).routes().get(0).rules()).noneMatch(RuleTranslation.Http.class::isInstance);
        assertThat(with(TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN)), text)
                        .routes()
                        .get(0)
                        .rules())
                .extracting(RuleTranslation.Http.class::isInstance)
                .containsExactly(true, false, false);
    }

    @Test
    void route_toARejectedBackend_resolvesAndWarns() {
        TranslationResult result =
                translate(backend("q", "{queue: {broker: mq.invalid}}") + route("[{backendRefs: [" + ref("q") + "]}]"));

        assertThat(result.routes().get(0).resolved().conditions().get(0).status())
                .isEqualTo(ConditionStatus.TRUE);
        assertThat(result.diagnostics().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.reason()).isEqualTo(Reason.BACKEND_REJECTED));
    }

    @Test
    void route_thatIsInvalid_isLeftOut() {
        TranslationResult result = translate(route("[{backendRefs: [{name: Q}]}]"));

        assertThat(result.routes()).isEmpty();
        assertThat(texts(result))
                .containsExactly("ERROR t.yaml:4:31: HTTPRoute default/r: spec.rules[0].backendRefs[0]: "
                        + "Invalid value: Must have port for Service reference [Invalid]");
    }

    @Test
    void grant_thatIsInvalid_grantsNothing() {
        String other = """
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: q, namespace: other}
                spec: {queue: {broker: x}}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: ReferenceGrant
                metadata: {name: g, namespace: other}
                spec:
                  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default}]
                  to: [{group: gateway.kgateway.dev, kind: Backend%s}]
                ---
                """;
        String route =
                route("[{backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: q, namespace: other}]}]");

        assertThat(translate(other.formatted("") + route).diagnostics().hasErrors())
                .isFalse();
        assertThat(translate(other.formatted(", name: 7") + route).diagnostics().errors())
                .extracting(error -> error.reason().name())
                .containsExactly("TypeInvalid", "RefNotPermitted");
    }
}
