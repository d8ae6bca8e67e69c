// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.BodyModel;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.plugins.ai.settings.SdsSource;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.settings.UpstreamTrust;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.EnvoyInternalAddress;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backends whose models internal listeners write. */
class ListenersClusterTest {
    private static final TranslationSettings SETTINGS = Llm.with(AiSettings.BODY_MODEL, BodyModel.INTERNAL_LISTENERS);
    private static final String TWO = Llm.groups(
            "openai: {" + Llm.KEY + ", model: m1}",
            "openai: {authToken: {kind: SecretRef, secretRef: {name: other}}, model: 'm%2'}");

    @Test
    void groups_withModels_haveAListenerAndAClusterEach() {
        TranslationResult result = translate(SETTINGS, TWO);

        assertThat(result.clusters())
                .extracting(Cluster::getName)
                .containsExactly("backend_llm_chat_0", "backend_llm_chat_0~0-0", "backend_llm_chat_0~1-0");
        assertThat(requirements(result).proxy().internalListeners())
                .extracting(Listener::getName)
                .containsExactly("ai~llm~chat~0-0", "ai~llm~chat~1-0");
        assertThat(result.secrets())
                .extracting(Secret::getName)
                .containsExactly("ai/llm/key#Authorization", "ai/llm/other#Authorization");
        assertThat(result.diagnostics()).isEmpty();

        Cluster cluster = result.clusters().get(0);
        assertThat(cluster.getType()).isEqualTo(Cluster.DiscoveryType.STATIC);
        assertThat(cluster.hasOutlierDetection()).isTrue();
        assertThat(Llm.options(cluster).getHttpFiltersList()).isEmpty();
        assertThat(cluster.getLoadAssignment().getEndpointsList())
                .extracting(locality -> locality.getPriority())
                .containsExactly(0, 1);
        assertThat(Llm.endpoints(cluster))
                .extracting(endpoint -> endpoint.getEndpoint().getAddress().getEnvoyInternalAddress())
                .containsExactly(internal("ai~llm~chat~0-0"), internal("ai~llm~chat~1-0"));
    }

    @Test
    void clusterOfAProvider_isLikeThatOfABackendWithThisOneAlone() {
        Cluster alone = Llm.translate(
                        SETTINGS, Llm.groups("openai: {" + Llm.KEY + "}").replace("p0", "p1"))
                .cluster();
        Cluster second = translate(
                        SETTINGS, Llm.groups("openai: {" + Llm.KEY + ", model: m}", "openai: {" + Llm.KEY + "}"))
                .clusters()
                .get(2);

        Cluster.Builder renamed = second.toBuilder().setName(alone.getName());
        renamed.getLoadAssignmentBuilder().setClusterName(alone.getName());
        assertThat(renamed.build()).isEqualTo(alone);
    }

    @Test
    void model_ofAListener_isEscapedAndThatOfAProviderWithoutIsTheClients() {
        TranslationResult result =
                translate(SETTINGS, Llm.groups("openai: {" + Llm.KEY + ", model: 'm%2'}", "openai: {" + Llm.KEY + "}"));

        List<Listener> listeners = requirements(result).proxy().internalListeners();
        assertThat(Llm.bytes(listeners.get(0))).contains("ai.model", "m%%2");
        assertThat(Llm.bytes(listeners.get(1))).doesNotContain("ai.model");
    }

    @Test
    void token_inListeners_neverShows() {
        TranslationResult result = translate(SETTINGS, TWO);

        requirements(result)
                .proxy()
                .internalListeners()
                .forEach(listener -> assertThat(Llm.bytes(listener)).doesNotContain(Llm.TOKEN, "fake-other"));
        result.clusters().forEach(cluster -> assertThat(Llm.bytes(cluster)).doesNotContain(Llm.TOKEN, "fake-other"));
    }

    @Test
    void modelsInPaths_needNoListeners() {
        TranslationResult result =
                Llm.translate(SETTINGS, "{llm: {gemini: {" + Llm.KEY + ", model: m, apiVersion: v1beta}}}");

        assertThat(result.clusters()).hasSize(1);
        assertThat(requirements(result).proxy().internalListeners()).isEmpty();
    }

    @Test
    void trustAndFiles_ofAllProviders_areRequiredOnce() {
        TranslationResult result = translate(
                SETTINGS.toBuilder()
                        .set(AiSettings.SDS_SOURCE, SdsSource.files("/secrets"))
                        .set(CoreSettings.UPSTREAM_TRUST, UpstreamTrust.bootstrapSecret("roots"))
                        .build(),
                TWO);

        assertThat(requirements(result).proxy().bootstrapSecrets()).containsExactly("roots");
        assertThat(requirements(result).proxy().files())
                .containsExactly("/secrets/ai_llm_key_Authorization.yaml", "/secrets/ai_llm_other_Authorization.yaml");
    }

    @Test
    void endpoints_sinceEnvoyTakesThem_haveTheNamesOfTheEntries() {
        assertThat(Llm.observabilityNames(translate(with(AiSettings.ENVOY_VERSION, EnvoyVersion.of(39)), TWO)
                        .clusters()
                        .get(0)))
                .containsExactly("p0", "p1");
    }

    @Test
    void failoverSwitchedOff_isWarnedOfOnce() {
        TranslationResult result = translate(with(AiSettings.FAILOVER, false), TWO);

        assertThat(result.clusters().get(0).hasOutlierDetection()).isFalse();
        assertThat(Llm.reasons(result)).containsExactly("AiFailoverInert");
    }

    @Test
    void olderEnvoy_isRefusedByName() {
        TranslationResult result = translate(with(AiSettings.ENVOY_VERSION, EnvoyVersion.of(36)), TWO);

        assertThat(result.clusters()).isEmpty();
        assertThat(result.diagnostics().toString())
                .contains("ERROR", "Envoy 1.36 has no filter that writes the model into the body", "1.37 or later");
    }

    @Test
    void routesThatRewrite_areRefused() {
        TranslationResult result = translate(with(AiSettings.REWRITE, RewriteMode.OFF), TWO);

        assertThat(result.clusters()).isEmpty();
        assertThat(result.diagnostics().toString())
                .contains(
                        "behind internal listeners no route can set the host of the provider (expected: ai.rewrite LUA "
                                + "or SECRET, or ai.body-model WARN or IGNORE) [NotSupported]");
    }

    @Test
    void missingSecret_costsTheWholeBackend() {
        TranslationResult result = Llm.translate(SETTINGS, TWO);

        assertThat(result.clusters()).isEmpty();
        assertThat(result.secrets()).isEmpty();
        assertThat(Llm.reasons(result)).containsExactly("SecretNotFound");
    }

    private static TranslationResult translate(TranslationSettings settings, String ai) {
        return Llm.translate(settings, ai, Llm.secret("other", "fake-other"));
    }

    private static <T> TranslationSettings with(Setting<T> setting, T value) {
        return SETTINGS.toBuilder().set(setting, value).build();
    }

    private static Requirements requirements(TranslationResult result) {
        return result.requirements(result.backends().get(0));
    }

    private static EnvoyInternalAddress internal(String listener) {
        return EnvoyInternalAddress.newBuilder()
                .setServerListenerName(listener)
                .setEndpointId(listener)
                .build();
    }
}
