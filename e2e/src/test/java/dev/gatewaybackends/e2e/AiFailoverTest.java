// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.TrackClusterStats;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one provider refuses goes on to the next, as that one wants it; answers are not held back. */
class AiFailoverTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"429, LUA", "503, LUA", "429, SECRET", "503, SECRET"})
    void refusal_ofTheFirstGroup_goesToTheSecondWithItsPathAndCredential(int status, String rewrite) {
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                Gateway gateway = start(groups(first, second), "--set", "ai.rewrite=" + rewrite)) {
            first.answerWith(status);

            assertThat(LlmClient.post(gateway.envoy().port(), "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(200);

            assertThat(first.requests()).singleElement().satisfies(request -> {
                assertThat(request.target()).isEqualTo("/v1/first");
                assertThat(request.header("Host")).isEqualTo("127.0.0.1");
                assertThat(request.header("Authorization")).isEqualTo("Bearer fake-key-one");
            });
            assertThat(second.requests()).singleElement().satisfies(request -> {
                assertThat(request.target()).isEqualTo("/v1/second");
                assertThat(request.header("Host")).isEqualTo("localhost");
                assertThat(request.header("Authorization")).isEqualTo("Bearer fake-key-two");
                assertThat(request.headers().toString())
                        .doesNotContain(LlmClient.OWN, "fake-key-one", "x-ai-", "X-ai-", "original");
            });
        }
    }

    @Test
    void refusals_ofTheFirstGroup_keepItOutForAWhile() {
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                Gateway gateway = start(groups(first, second))) {
            first.answerWith(429);
            for (int i = 0; i < 3; i++) {
                assertThat(LlmClient.post(gateway.envoy().port(), "chat.example"))
                        .isEqualTo(200);
            }
            int before = first.requests().size();
            first.answerWith(200);

            assertThat(LlmClient.post(gateway.envoy().port(), "chat.example")).isEqualTo(200);

            assertThat(first.requests()).as(gateway::toString).hasSize(before);
        }
    }

    @Test
    void allRefuse_theLastStatus_isTheAnswer() {
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                Gateway gateway = start(groups(first, second))) {
            first.answerWith(429);
            second.answerWith(503);

            assertThat(LlmClient.post(gateway.envoy().port(), "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(503);
        }
    }

    /** Envoy 1.40 shows names for addresses that are fixed, in statistics that have to be asked for. */
    @Test
    void names_ofEntries_areUnderstoodAsThoseOfTheirEndpoints() {
        TranslationSettings settings = TranslationSettings.builder()
                .set(AiSettings.ENVOY_VERSION, EnvoyVersion.of(39))
                .build();
        String provider = ", openai: {authToken: {kind: Passthrough}}, host: 127.0.0.1, port: 9}]}";
        Manifest manifest = new LlmManifest()
                .backend(
                        "chat",
                        "{priorityGroups: [{providers: [{name: one" + provider + ", {providers: [{name: two" + provider
                                + "]}")
                .build();
        TranslationResult result = BackendTranslator.builder()
                .settings(settings)
                .build()
                .translate(ResourceReader.create().readText(manifest.text()));
        try (EnvoyProcess envoy = new RequiredConfiguration(result)
                .start(
                        directory,
                        cluster -> cluster.toBuilder()
                                .setType(Cluster.DiscoveryType.STATIC)
                                .setTrackClusterStats(
                                        TrackClusterStats.newBuilder().setPerEndpointStats(true))
                                .build())) {
            assertThat(envoy.stats("endpoint"))
                    .as(envoy::toString)
                    .containsKeys(
                            "cluster.backend_llm_chat_0.endpoint.one.rq_success",
                            "cluster.backend_llm_chat_0.endpoint.two.rq_success");
        }
    }

    @Test
    void streamedAnswer_event_arrivesBeforeTheNextOneIsMade() throws IOException {
        try (LlmServer provider = LlmServer.start();
                Gateway gateway = start(
                        new LlmManifest()
                                .secret("one", "fake-key-one")
                                .backend(
                                        "chat",
                                        "{llm: {gemini: {" + LlmManifest.token("one")
                                                + ", model: g, apiVersion: v1beta}, host: 127.0.0.1, port: "
                                                + provider.port() + "}}"),
                        "--set",
                        "ai.completion-method=STREAM")) {
            LlmClient.assertStreams(gateway, "chat.example", provider);
            assertThat(provider.requests().get(0).target()).isEqualTo("/v1beta/models/g:streamGenerateContent?alt=sse");
        }
    }

    private static LlmManifest groups(LlmServer first, LlmServer second) {
        return new LlmManifest()
                .secret("one", "fake-key-one")
                .secret("two", "fake-key-two")
                .backend(
                        "chat",
                        "{priorityGroups: ["
                                + "{providers: [{name: one, openai: {" + LlmManifest.token("one")
                                + "}, host: 127.0.0.1, port: " + first.port() + ", path: {full: /v1/first}}]}, "
                                + "{providers: [{name: two, openai: {" + LlmManifest.token("two")
                                + "}, host: localhost, port: " + second.port() + ", path: {full: /v1/second}}]}]}");
    }

    private Gateway start(LlmManifest manifest, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "--show-secrets";
        System.arraycopy(options, 0, all, 1, options.length);
        // The fake providers speak no TLS, of which a warning tells.
        return Gateway.startDespiteDiagnostics(directory, manifest.build(), all);
    }
}
