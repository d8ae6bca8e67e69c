// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to Vertex AI carry a token of the metadata server, and never the client's credential. */
class VertexTokenTest {
    private static final String TOKEN = "fake-access-token";
    private static final String ADDRESS = "address: metadata.google.internal\n                port_value: 80\n";

    @TempDir
    private Path directory;

    private FakeMetadataServer metadata;
    private LlmServer provider;

    @BeforeEach
    void startServers() {
        EnvoyBinary.path();
        provider = LlmServer.start();
        metadata = FakeMetadataServer.start();
        metadata.answerWith(200, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
    }

    @AfterEach
    void stopServers() {
        metadata.close();
        provider.close();
    }

    @Test
    void requests_withTheClientsCredentials_carryTheTokenInstead() {
        try (EnvoyProcess envoy = start()) {
            assertThat(post(envoy)).as(envoy::toString).isEqualTo(200);
            assertThat(post(envoy)).as(envoy::toString).isEqualTo(200);

            assertThat(provider.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.target())
                        .isEqualTo("/v1/projects/p/locations/eu/publishers/google/models/gemini:generateContent");
                assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + TOKEN);
                assertThat(request.headers().toString()).doesNotContain(LlmClient.OWN);
            });
            assertThat(metadata.requests())
                    .containsExactly("/computeMetadata/v1/instance/service-accounts/default/token Google");
        }
    }

    @Test
    void request_whereTheMetadataServerFails_carriesNoCredential() {
        metadata.answerWith(500, "fake failure");
        assertCarriesNoCredential();
    }

    @Test
    void request_whereTheMetadataServerSendsNoToken_carriesNoCredential() {
        metadata.answerWith(200, "not a token");
        assertCarriesNoCredential();
    }

    @Test
    void request_whereTheMetadataServerIsGone_carriesNoCredential() {
        metadata.close();
        assertCarriesNoCredential();
    }

    private void assertCarriesNoCredential() {
        try (EnvoyProcess envoy = start()) {
            assertThat(post(envoy)).as(envoy::toString).isEqualTo(200);

            assertThat(provider.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("Authorization")).isNull();
                assertThat(request.headers().toString()).doesNotContain(LlmClient.OWN);
            });
        }
    }

    /** Runs the bootstrap of {@code gwb}, in which only the address of the metadata server, which cannot be had, is another. */
    private EnvoyProcess start() {
        Manifest manifest = new LlmManifest()
                .backend(
                        "vertex",
                        "{llm: {vertexai: {" + LlmManifest.token("unused")
                                + ", model: gemini, apiVersion: v1, projectId: p, location: eu, publisher: GOOGLE}, "
                                + "host: 127.0.0.1, port: " + provider.port() + "}}")
                .build();
        try {
            Path input = Files.writeString(directory.resolve("input.yaml"), manifest.text());
            Command gwb = GwbProcess.run(List.of(
                    "translate",
                    "-o",
                    "bootstrap",
                    "--listen",
                    "127.0.0.1:0",
                    "--set",
                    "ai.vertex-tokens=METADATA_SERVER",
                    "--set",
                    "ai.envoy-version=1.39",
                    input.toString()));
            assertThat(gwb.status()).as(gwb.err()).isZero();
            assertThat(gwb.out()).contains(ADDRESS);
            return EnvoyProcess.start(Files.writeString(
                    directory.resolve("envoy.yaml"),
                    gwb.out()
                            .replace(
                                    ADDRESS,
                                    "address: 127.0.0.1\n                port_value: " + metadata.port() + "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int post(EnvoyProcess envoy) {
        return LlmClient.post(envoy.port(), "vertex.example");
    }
}
