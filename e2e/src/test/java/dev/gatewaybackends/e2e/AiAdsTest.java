// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import dev.gatewaybackends.translate.XdsResources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that Envoy gets from a management server. Endpoints from there: see {@link Ec2Test}. */
class AiAdsTest {
    private static final String CHAT = "backend_llm_chat_0";

    @TempDir
    private Path directory;

    @Test
    void rotatedSecret_nextRequest_carriesTheNewTokenAndTheClusterIsNotTouched() {
        try (LlmServer provider = LlmServer.start();
                AdsServer management = AdsServer.start()) {
            TranslationResult before = translate(chat("fake-old", provider));
            management.serve(before);
            try (EnvoyProcess envoy = management.startEnvoy(directory)) {
                assertThat(LlmClient.post(envoy.port(), CHAT))
                        .as(envoy::toString)
                        .isEqualTo(200);
                assertThat(provider.requests().get(0).header("Authorization")).isEqualTo("Bearer fake-old");

                TranslationResult after = translate(chat("fake-new", provider));
                assertThat(after.resources().version(XdsResources.CLUSTER))
                        .isEqualTo(before.resources().version(XdsResources.CLUSTER));
                assertThat(after.resources().version(XdsResources.SECRET))
                        .isNotEqualTo(before.resources().version(XdsResources.SECRET));
                management.serve(after);

                assertThat(Polling.until(() -> {
                            LlmClient.post(envoy.port(), CHAT);
                            List<LlmServer.Request> requests = provider.requests();
                            return "Bearer fake-new"
                                    .equals(requests.get(requests.size() - 1).header("Authorization"));
                        }))
                        .as(envoy::toString)
                        .isTrue();
                assertThat(envoy.stats("cluster_manager.cluster_"))
                        .containsEntry("cluster_manager.cluster_added", 2L)
                        .containsEntry("cluster_manager.cluster_modified", 0L);
            }
        }
    }

    @Test
    void missingSecret_ofOneBackend_leavesTheOthersServing() {
        try (LlmServer provider = LlmServer.start();
                AdsServer management = AdsServer.start()) {
            TranslationResult result =
                    translate(chat("fake-key", provider).backend("broken", openai("missing", provider)));
            assertThat(result.diagnostics().errors())
                    .singleElement()
                    .asString()
                    .contains("Secret llm/missing not found [SecretNotFound]");
            management.serve(result);
            try (EnvoyProcess envoy = management.startEnvoy(directory)) {
                assertThat(LlmClient.post(envoy.port(), CHAT))
                        .as(envoy::toString)
                        .isEqualTo(200);
                assertThat(LlmClient.post(envoy.port(), "backend_llm_broken_0")).isEqualTo(503);
            }
            assertThat(provider.requests()).hasSize(1);
        }
    }

    private static LlmManifest chat(String token, LlmServer provider) {
        return new LlmManifest().secret("key", token).backend("chat", openai("key", provider));
    }

    private static String openai(String secret, LlmServer provider) {
        return "{llm: {openai: {" + LlmManifest.token(secret) + "}, host: 127.0.0.1, port: " + provider.port() + "}}";
    }

    private static TranslationResult translate(LlmManifest manifest) {
        return BackendTranslator.create()
                .translate(ResourceReader.create().readText(manifest.build().text()));
    }
}
