// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens come from where they are kept, and a missing one costs its own Backend alone. */
class AiSecretsTest {
    private static final String SECRET_FILE = """
            resources:
            - "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret
              name: "ai/llm/key#Authorization"
              generic_secret: {secret: {inline_string: TOKEN}}
            """;

    @TempDir
    private Path directory;

    @Test
    void environmentVariable_ofTheBootstrap_holdsTheToken() throws IOException {
        EnvoyBinary.path();
        try (LlmServer provider = LlmServer.start()) {
            Path input = Files.writeString(
                    directory.resolve("input.yaml"), one(provider).build().text());
            Command gwb = GwbProcess.run(
                    List.of("translate", "-o", "bootstrap", "--listen", "127.0.0.1:0", input.toString()));
            assertThat(gwb.output()).doesNotContain("fake-key-of-the-secret");
            assertThat(gwb.err()).contains("from the environment variable AI_LLM_KEY_AUTHORIZATION");
            Path bootstrap = Files.writeString(directory.resolve("envoy.yaml"), gwb.out());
            try (EnvoyProcess envoy =
                    EnvoyProcess.start(bootstrap, Map.of("AI_LLM_KEY_AUTHORIZATION", "fake-key-of-the-environment"))) {
                assertThat(LlmClient.post(envoy.port(), "chat.example"))
                        .as(envoy::toString)
                        .isEqualTo(200);
            }
            assertThat(provider.requests().get(0).header("Authorization"))
                    .isEqualTo("Bearer fake-key-of-the-environment");
        }
    }

    @Test
    void rotatedFile_nextRequest_carriesTheNewTokenAndTheClusterIsNotTouched() throws IOException {
        Path secrets = Files.createDirectory(directory.resolve("secrets"));
        Path file = secrets.resolve("ai_llm_key_Authorization.yaml");
        Files.writeString(file, SECRET_FILE.replace("TOKEN", "fake-old"));
        try (LlmServer provider = LlmServer.start();
                Gateway gateway = Gateway.startDespiteDiagnostics(
                        directory, one(provider).build(), "--set", "ai.sds-source=file:" + secrets)) {
            int port = gateway.envoy().port();
            assertThat(LlmClient.post(port, "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(200);
            assertThat(provider.requests().get(0).header("Authorization")).isEqualTo("Bearer fake-old");

            Path fresh = Files.writeString(directory.resolve("fresh.yaml"), SECRET_FILE.replace("TOKEN", "fake-new"));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

            assertThat(Polling.until(() -> {
                        LlmClient.post(port, "chat.example");
                        List<LlmServer.Request> requests = provider.requests();
                        return "Bearer fake-new"
                                .equals(requests.get(requests.size() - 1).header("Authorization"));
                    }))
                    .as(gateway::toString)
                    .isTrue();
            assertThat(gateway.envoy().stats("cluster_manager.cluster_"))
                    .containsEntry("cluster_manager.cluster_added", 1L)
                    .containsEntry("cluster_manager.cluster_modified", 0L);
        }
    }

    @Test
    void missingSecret_ofOneBackend_leavesTheOthersServing() {
        try (LlmServer provider = LlmServer.start();
                Gateway gateway = Gateway.startDespiteDiagnostics(
                        directory,
                        one(provider)
                                .backend("broken", openai("missing", provider))
                                .build(),
                        "--show-secrets")) {
            assertThat(gateway.gwb().status()).isEqualTo(1);
            assertThat(gateway.gwb().err()).contains("Secret llm/missing not found [SecretNotFound]");
            assertThat(LlmClient.post(gateway.envoy().port(), "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(200);
            assertThat(LlmClient.post(gateway.envoy().port(), "broken.example")).isEqualTo(500);
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    void missingSecret_ofTheFirstGroupAlone_isAnsweredAndNoOtherGroupIsTried() throws IOException {
        Path secrets = Files.createDirectory(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("ai_llm_absent_Authorization.yaml"), "resources: []\n");
        Files.writeString(secrets.resolve("ai_llm_key_Authorization.yaml"), SECRET_FILE);
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                Gateway gateway = Gateway.startDespiteDiagnostics(
                        directory,
                        new LlmManifest()
                                .secret("absent", "fake-key-that-the-proxy-lacks")
                                .secret("key", "fake-key")
                                .backend(
                                        "chat",
                                        "{priorityGroups: [{providers: [{name: a, " + entry("absent", first)
                                                + "}]}, {providers: [{name: b, " + entry("key", second) + "}]}]}")
                                .build(),
                        "--set",
                        "ai.sds-source=file:" + secrets)) {
            assertThat(LlmClient.answer(gateway.envoy().port(), "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(new Answer(401, "Failed to inject credential."));
            assertThat(first.requests()).isEmpty();
            assertThat(second.requests()).isEmpty();
        }
    }

    private static LlmManifest one(LlmServer provider) {
        return new LlmManifest().secret("key", "fake-key-of-the-secret").backend("chat", openai("key", provider));
    }

    private static String openai(String secret, LlmServer provider) {
        return "{llm: {" + entry(secret, provider) + "}}";
    }

    private static String entry(String secret, LlmServer provider) {
        return "openai: {" + LlmManifest.token(secret) + "}, host: 127.0.0.1, port: " + provider.port();
    }
}
