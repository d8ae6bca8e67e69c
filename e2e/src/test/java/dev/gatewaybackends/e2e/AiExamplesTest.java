// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends requests through the examples of {@code ai} Backends, with this machine in place of the providers. */
class AiExamplesTest {
    @TempDir
    private Path directory;

    private LlmServer provider;
    private Path trust;

    @BeforeEach
    void startProvider() throws IOException {
        EnvoyBinary.path();
        TestCertificate certificate = TestCertificate.of(directory, "provider", "dns:localhost");
        trust = Files.writeString(directory.resolve("trust.pem"), certificate.pem());
        provider = LlmServer.startTls(certificate.tls());
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @Test
    void openai_request_getsThePathAndTheKey() {
        try (Gateway gateway =
                start(Manifest.example("ai-openai.yaml").replacing("      openai:\n", here("      openai:\n", 6)))) {
            assertThat(post(gateway, "/chat").header("Authorization")).isEqualTo("Bearer fake-key-for-examples");
            assertThat(provider.requests().get(0).target()).isEqualTo("/v1/chat/completions");
        }
    }

    @Test
    void failover_refusal_goesToTheSecondProvider() {
        try (LlmServer first = LlmServer.start();
                Gateway gateway = start(
                        Manifest.example("ai-failover.yaml")
                                .replacing(
                                        "          - name: openai\n",
                                        "          - name: openai\n            host: 127.0.0.1\n            port: "
                                                + first.port() + "\n")
                                .replacing(
                                        "            host: models.example.com\n            port: 443\n",
                                        "            host: localhost\n            port: " + provider.port() + "\n"),
                        "ai.tls-ports=" + provider.port())) {
            first.answerWith(429);

            LlmServer.Request request = post(gateway, "/");

            assertThat(request.target()).isEqualTo("/openai/v1/chat/completions");
            assertThat(request.header("x-models-key")).isEqualTo("key another-fake-key-for-examples");
            assertThat(request.header("Authorization")).isNull();
            assertThat(first.requests().get(0).header("Authorization")).isEqualTo("Bearer fake-key-for-examples");
        }
    }

    @Test
    void bedrock_request_getsThePathOfTheModel() {
        try (Gateway gateway =
                start(Manifest.example("ai-bedrock.yaml").replacing("      bedrock:\n", here("      bedrock:\n", 6)))) {
            LlmServer.Request request = post(gateway, "/");

            assertThat(request.target()).isEqualTo("/model/amazon.nova-pro-v1%3A0/converse");
            // The proxy of this test has no credentials, and the client's never count.
            assertThat(request.header("Authorization")).isNull();
        }
    }

    @Test
    void passthrough_clientsKey_isAllThatGoesOn() {
        try (Gateway gateway = start(Manifest.example("ai-passthrough.yaml")
                .replacing("      anthropic:\n", here("      anthropic:\n", 6)))) {
            LlmServer.Request request = post(gateway, "/");

            assertThat(request.header("x-api-key")).isEqualTo(LlmClient.OWN);
            assertThat(request.header("Authorization")).isNull();
            assertThat(request.target()).isEqualTo("/v1/messages");
        }
    }

    private String here(String before, int indent) {
        String blanks = " ".repeat(indent);
        return blanks + "host: localhost\n" + blanks + "port: " + provider.port() + "\n" + before;
    }

    private Gateway start(Manifest manifest) {
        return start(manifest, "ai.tls-ports=all");
    }

    private Gateway start(Manifest manifest, String setting) {
        // Routes without a timeout and the like are told of by no diagnostic, a client's header by one.
        String[] options = {"--show-secrets", "--set", setting, "--set", "core.upstream-trust=file:" + trust};
        return manifest.text().contains("Passthrough") || setting.endsWith(String.valueOf(provider.port()))
                ? Gateway.startDespiteDiagnostics(directory, manifest, options)
                : Gateway.start(directory, manifest, options);
    }

    private LlmServer.Request post(Gateway gateway, String path) {
        assertThat(LlmClient.post(gateway.envoy().port(), "any.example", path))
                .as(gateway::toString)
                .isEqualTo(200);
        assertThat(provider.requests()).hasSize(1);
        return provider.requests().get(0);
    }
}
