// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.example.queue.QueuePlugin;
import com.google.protobuf.util.Durations;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.references.ResolvedReference;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster.ClusterWeight;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routes need of Envoy on account of their Backends. */
class RouteTranslationTest {
    private static final PluginRegistry PLUGINS =
            PluginRegistry.builder().add(new QueuePlugin()).build();
    private static final ResourceReader READER =
            ResourceReader.builder().plugins(PLUGINS).build();
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));
    /** One Backend for each broker, named like it. */
    private static final String BACKENDS = Stream.of("plain", "filtered", "rewritten", "slow", "endless", "mq.invalid")
            .map(broker -> """
                    apiVersion: gateway.kgateway.dev/v1alpha1
                    kind: Backend
                    metadata: {name: %s}
                    spec: {queue: {broker: %s}}
                    """.formatted(broker, broker))
            .collect(Collectors.joining("---\n"));

    private static TranslationResult translate(TranslationSettings settings, String kind, String rules) {
        return BackendTranslator.builder()
                .plugins(PLUGINS)
                .settings(settings)
                .build()
                .translate(READER.readText(BACKENDS
                        + """
                        ---
                        apiVersion: gateway.networking.k8s.io/%s
                        kind: %s
                        metadata: {name: r}
                        spec: {rules: %s}
                        """.formatted(
                                kind.startsWith("T") || kind.startsWith("U") ? "v1alpha2" : "v1", kind, rules)));
    }

    private static RouteTranslation route(String kind, String rules) {
        return translate(TranslationSettings.SECURE, kind, rules).routes().get(0);
    }

    private static RouteAction action(TranslationSettings settings, String rules) {
        return http(translate(settings, "HTTPRoute", rules).routes().get(0)).action();
    }

    private static RuleTranslation.Http http(RouteTranslation route) {
        return (RuleTranslation.Http) route.rules().get(0);
    }

    private static String tcpCluster(String rules) {
        return ((RuleTranslation.Tcp) route("TCPRoute", rules).rules().get(0))
                .proxy()
                .getCluster();
    }

    private static RouteAction action(String rules) {
        return action(TranslationSettings.SECURE, rules);
    }

    private static String rule(String... backends) {
        return "[{backendRefs: [" + refs(backends) + "]}]";
    }

    private static String refs(String... backends) {
        return Stream.of(backends)
                .map(name -> "{group: gateway.kgateway.dev, kind: Backend, name: " + name + "}")
                .collect(Collectors.joining(", "));
    }

    private static List<String> warnings(TranslationResult result) {
        return result.diagnostics().warnings().stream()
                .map(Diagnostic::toString)
                .map(text -> text.substring(text.indexOf(": ", text.indexOf("Route")) + 2))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"HTTPRoute", "GRPCRoute"})
    void filterConfig_ofTheOnlyBackend_isOnTheRoute(String kind) {
        RouteTranslation route = route(kind, rule("filtered"));
        RuleTranslation.Http rule = http(route);

        assertThat(rule.typedPerFilterConfig()).containsOnlyKeys(QueuePlugin.FILTER);
        assertThat(rule.action().getCluster()).isEqualTo("backend_default_filtered_0");
        assertThat(route.httpFilters()).extracting(HttpFilter::getName).containsExactly(QueuePlugin.FILTER);
        assertThat(route.suppressEnvoyHeaders()).isTrue();
    }

    @Test
    void filterConfig_ofOneOfSeveralBackends_isOnItsEntryAlone() {
        RuleTranslation.Http rule = http(route("HTTPRoute", rule("plain", "filtered", "gone")));

        assertThat(rule.typedPerFilterConfig()).isEmpty();
        assertThat(rule.action().getWeightedClusters().getClustersList())
                .extracting(
                        ClusterWeight::getName,
                        cluster -> cluster.getTypedPerFilterConfigMap().keySet())
                .containsExactly(
                        tuple("backend_default_plain_0", Set.of()),
                        tuple("backend_default_filtered_0", Set.of(QueuePlugin.FILTER)),
                        tuple("blackhole-cluster", Set.of()));
    }

    @Test
    void httpFilters_ofAllRulesAndMirrors_areThereOnce() {
        String mirror = "[{filters: [{type: RequestMirror, requestMirror: {backendRef: "
                + "{group: gateway.kgateway.dev, kind: Backend, name: filtered}}}], backendRefs: [" + refs("plain")
                + "]}]";
        RouteTranslation mirrored = route("HTTPRoute", mirror);

        assertThat(mirrored.httpFilters()).hasSize(1);
        assertThat(http(mirrored).typedPerFilterConfig()).isEmpty();
        assertThat(route(
                                "HTTPRoute",
                                "[{backendRefs: [" + refs("filtered") + "]}, {backendRefs: ["
                                        + refs("filtered", "filtered") + "]}]")
                        .httpFilters())
                .hasSize(1);
        assertThat(route("HTTPRoute", rule("plain")).httpFilters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TLSRoute", "TCPRoute", "UDPRoute"})
    void httpFilters_ofABackend_areNoMatterOfOtherRoutes(String kind) {
        RouteTranslation route = route(kind, rule("filtered"));

        assertThat(route.httpFilters()).isEmpty();
        assertThat(route.suppressEnvoyHeaders()).isFalse();
        assertThat(route.rules()).noneMatch(RuleTranslation.Http.class::isInstance);
    }

    @Test
    void upgrades_ofSeveralBackends_areThereOnce() {
        assertThat(action(rule("plain", "filtered")).getUpgradeConfigsList())
                .extracting(RouteAction.UpgradeConfig::getUpgradeType)
                .containsExactly("amqp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                              | ''                        | true  | true",
                "{type: URLRewrite, urlRewrite: {hostname: a.example}}           | ''                        | false | true",
                "{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath, replaceFullPath: /}}} | ''    | true  | true",
                "''         | {type: URLRewrite, urlRewrite: {hostname: a.example}}                          | false | true",
                "{type: RequestHeaderModifier, requestHeaderModifier: {remove: [a]}} | ''                    | true  | true"
            })
    void hostRewrite_thatABackendAsksFor_yieldsToOneThatIsWritten(
            String ofRule, String ofRef, boolean secure, boolean kgateway) {
        String rules = "[{filters: [" + ofRule + "], backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: "
                + "rewritten, filters: [" + ofRef + "]}]}]";

        assertThat(action(rules).getAutoHostRewrite().getValue()).isEqualTo(secure);
        assertThat(action(KGATEWAY, rules).getAutoHostRewrite().getValue()).isEqualTo(kgateway);
        assertThat(action(rules).hasAutoHostRewrite()).isEqualTo(secure);
    }

    @Test
    void hostRewrite_ofOneOfSeveralBackends_isOnTheAction() {
        assertThat(action(rule("plain", "rewritten")).getAutoHostRewrite().getValue())
                .isTrue();
        assertThat(action(rule("plain", "filtered")).hasAutoHostRewrite()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain          | ''                          | ''",
                "slow           | ''                          | 90.500s",
                "endless        | ''                          | 0s",
                "plain slow     | ''                          | 90.500s",
                "slow endless   | ''                          | 0s",
                "endless slow   | ''                          | 0s",
                "slow           | 'timeouts: {request: 5s},'  | ''",
                "slow           | 'timeouts: {backendRequest: 5s},' | 90.500s"
            })
    void timeout_ofTheSlowestBackend_holdsUnlessTheRuleHasOne(String backends, String timeouts, String expected) {
        RouteAction action = action("[{" + timeouts + " backendRefs: [" + refs(backends.split(" ")) + "]}]");

        assertThat(action.hasTimeout() ? Durations.toString(action.getTimeout()) : "")
                .isEqualTo(expected);
        assertThat(action.hasIdleTimeout()).isEqualTo(backends.contains("slow"));
    }

    @Test
    void timeout_ofABackend_holdsForGrpcAsWell() {
        RouteAction action = http(route("GRPCRoute", rule("slow"))).action();

        assertThat(Durations.toString(action.getTimeout())).isEqualTo("90.500s");
        assertThat(Durations.toString(action.getIdleTimeout())).isEqualTo("300s");
    }

    @Test
    void mirrorToABackendWithErrors_isWarnedAboutAtItsPlace() {
        String rules =
                "[{filters: [{type: RequestMirror, requestMirror: {backendRef: {group: gateway.kgateway.dev, kind: "
                        + "Backend, name: mq.invalid}}}], backendRefs: [" + refs("plain") + "]}]";

        assertThat(warnings(translate(TranslationSettings.SECURE, "HTTPRoute", rules)))
                .containsExactly(
                        "spec.rules[0].filters[0].requestMirror.backendRef: Backend default/mq.invalid has errors, so "
                                + "it has no cluster and its requests fail [BackendRejected]");
    }

    @ParameterizedTest
    @CsvSource({"TLSRoute", "TCPRoute", "UDPRoute"})
    void rules_beyondTheFirst_areWarnedAboutWhereNothingChoosesBetweenThem(String kind) {
        String two = "[{backendRefs: [" + refs("plain") + "]}, {backendRefs: [" + refs("slow") + "]}]";

        assertThat(warnings(translate(TranslationSettings.SECURE, kind, two)))
                .containsExactly(
                        "spec.rules: nothing tells which of 2 rules a connection or packet is for (expected: 1) "
                                + "[NotSupported]");
        assertThat(warnings(translate(TranslationSettings.SECURE, kind, rule("plain"))))
                .isEmpty();
    }

    @Test
    void tcpWeight_ofTheOnlyBackendThatIsLeft_isTheWholeProxy() {
        String rules = "[{backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: plain, weight: 0}, "
                + "{group: gateway.kgateway.dev, kind: Backend, name: slow, weight: 7}]}]";

        assertThat(tcpCluster(rules)).isEqualTo("backend_default_slow_0");
        assertThat(route("UDPRoute", rules).rules()).containsExactly(new RuleTranslation.Udp("backend_default_slow_0"));
    }

    @Test
    void failedReference_ofEveryKind_leadsToTheClusterThatIsNotThere() {
        assertThat(action(rule("gone")).getCluster()).isEqualTo("blackhole-cluster");
        assertThat(tcpCluster(rule("gone"))).isEqualTo("blackhole-cluster");
        assertThat(route("UDPRoute", rule("gone")).rules())
                .containsExactly(new RuleTranslation.Udp("blackhole-cluster"));
    }

    @Test
    void references_ofResourcesThatAreNoRoutes_areInTheResult() {
        TranslationResult result =
                BackendTranslator.builder().plugins(PLUGINS).build().translate(READER.readText("""
                        apiVersion: gateway.networking.k8s.io/v1
                        kind: Gateway
                        metadata: {name: gw}
                        spec:
                          gatewayClassName: c
                          listeners:
                          - {name: a, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: x, namespace: other}]}}
                        ---
                        apiVersion: gateway.networking.k8s.io/v1
                        kind: Gateway
                        metadata: {name: broken}
                        spec: {gatewayClassName: c, listeners: []}
                        """));

        assertThat(result.references()).singleElement().satisfies(found -> {
            assertThat(found.resource()).hasToString("Gateway default/gw");
            assertThat(found.references())
                    .extracting(ResolvedReference::toString)
                    .containsExactly("spec.listeners[0].tls.certificateRefs[0] -> Secret other/x (RefNotPermitted)");
        });
        assertThat(result.diagnostics().errors())
                .extracting(error -> error.location() + " " + error.reason())
                .contains("text:7:67 RefNotPermitted");
    }
}
