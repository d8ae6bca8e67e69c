// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every provider gets its path, its host and its credential, over TLS, and nothing of the client's. */
class AiProvidersTest {
    private static LlmServer provider;
    private static Gateway gateway;

    @BeforeAll
    static void startGateway(@TempDir Path directory) throws IOException {
        EnvoyBinary.path();
        TestCertificate certificate = TestCertificate.of(directory, "provider", "dns:localhost,ip:127.0.0.1");
        Path trust = Files.writeString(directory.resolve("trust.pem"), certificate.pem());
        provider = LlmServer.startTls(certificate.tls());
        String here = ", host: localhost, port: " + provider.port() + "}}";
        String key = LlmManifest.token("key");
        LlmManifest manifest = new LlmManifest()
                .secret("key", "fake-provider-key")
                .backend("openai", "{llm: {openai: {" + key + "}" + here)
                .backend(
                        "azure",
                        "{llm: {azureopenai: {" + key
                                + ", endpoint: x.example, deploymentName: 'a b', apiVersion: 2024-02-15-preview}"
                                + here)
                .backend("anthropic", "{llm: {anthropic: {" + key + "}" + here)
                .backend("gemini", "{llm: {gemini: {" + key + ", model: gemini-2.5-pro, apiVersion: v1beta}" + here)
                .backend(
                        "vertex",
                        "{llm: {vertexai: {" + key
                                + ", model: gemini, apiVersion: v1, projectId: p, location: eu, publisher: GOOGLE}"
                                + here)
                .backend(
                        "custom",
                        "{llm: {openai: {" + key
                                + "}, path: {full: '/api/v1?x=%2F'}, authHeader: {headerName: x-custom, prefix: 'key='}"
                                + here)
                .backend("passthrough", "{llm: {openai: {authToken: {kind: Passthrough}}" + here)
                .backend("ip", "{llm: {openai: {" + key + "}, host: 127.0.0.1, port: " + provider.port() + "}}");
        gateway = Gateway.start(
                directory,
                manifest.build(),
                "--show-secrets",
                "--set",
                "ai.tls-ports=all",
                "--set",
                "core.upstream-trust=file:" + trust);
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
            provider.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    openai    | localhost | /v1/chat/completions | Authorization | Bearer fake-provider-key
                    azure     | localhost | /openai/deployments/a%20b/chat/completions?api-version=2024-02-15-preview | api-key | fake-provider-key
                    anthropic | localhost | /v1/messages | x-api-key | fake-provider-key
                    gemini    | localhost | /v1beta/models/gemini-2.5-pro:generateContent | x-goog-api-key | fake-provider-key
                    vertex    | localhost | /v1/projects/p/locations/eu/publishers/google/models/gemini:generateContent | Authorization | Bearer fake-provider-key
                    custom    | localhost | /api/v1?x=%2F | x-custom | key=fake-provider-key
                    ip        | 127.0.0.1 | /v1/chat/completions | Authorization | Bearer fake-provider-key
                    """)
    void request_onFreshAndReusedConnections_arrivesAsTheProviderWants(
            String backend, String host, String target, String header, String credential) {
        List<LlmServer.Request> requests = post(backend, 3);

        assertThat(requests).hasSize(3).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo(target);
            assertThat(request.header("Host")).isEqualTo(host);
            assertThat(request.header(header)).isEqualTo(credential);
            assertThat(request.headers().toString()).doesNotContain(LlmClient.OWN, "x-ai-", "X-ai-", "original");
            assertThat(request.body()).isNotEmpty();
        });
        assertThat(requests.get(1).client()).isEqualTo(requests.get(0).client());
    }

    @Test
    void anthropic_request_carriesTheVersion() {
        assertThat(post("anthropic", 1).get(0).header("anthropic-version")).isEqualTo("2023-06-01");
    }

    @Test
    void passthrough_clientsCredential_isAllThatReachesTheProvider() {
        LlmServer.Request request = post("passthrough", 1).get(0);

        assertThat(request.header("Authorization")).isEqualTo("Bearer " + LlmClient.OWN);
        assertThat(request.header("x-api-key")).isNull();
        assertThat(request.header("api-key")).isNull();
        assertThat(request.header("x-goog-api-key")).isNull();
    }

    private static List<LlmServer.Request> post(String backend, int times) {
        int before = provider.requests().size();
        for (int i = 0; i < times; i++) {
            assertThat(LlmClient.post(gateway.envoy().port(), backend + ".example"))
                    .as(gateway::toString)
                    .isEqualTo(200);
        }
        List<LlmServer.Request> all = provider.requests();
        return all.subList(before, all.size());
    }
}
