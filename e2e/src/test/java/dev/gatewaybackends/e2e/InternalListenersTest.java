// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Internal listeners write the model of the provider that is really called. */
class InternalListenersTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"LUA", "SECRET"})
    void request_toEitherGroup_hasTheModelPathAndCredentialOfThatOne(String rewrite) {
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                Gateway gateway = start(first.port(), second.port(), "ai.rewrite=" + rewrite)) {
            int port = gateway.envoy().port();
            assertThat(LlmClient.post(port, "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(200);
            assertThat(second.requests()).isEmpty();
            first.answerWith(429);
            second.firstEventSeen();
            assertThat(LlmClient.post(port, "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(200);

            assertThat(first.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThatIs(request, "50%-model", "/v1/first?x=%2F", "127.0.0.1", "Bearer fake-key-one"));
            assertThat(second.requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThatIs(request, "second-model", "/v1/stream", "localhost", "Bearer fake-key-two"));
        }
    }

    private static void assertThatIs(
            LlmServer.Request request, String model, String target, String host, String credential) {
        assertThat(request.body()).isEqualTo("{\"messages\":[],\"model\":\"" + model + "\"}");
        assertThat(request.target()).isEqualTo(target);
        assertThat(request.header("Host")).isEqualTo(host);
        assertThat(request.headers().get("Authorization")).containsExactly(credential);
        assertThat(request.headers().toString())
                .doesNotContain(LlmClient.OWN)
                .doesNotContainIgnoringCase("x-ai-")
                .doesNotContainIgnoringCase("x-envoy-");
    }

    @Test
    void refusal_whereTheSecondGroupIsGone_isAnsweredWithTheLastStatus() {
        int gone;
        try (LlmServer closed = LlmServer.start()) {
            gone = closed.port();
        }
        try (LlmServer first = LlmServer.start();
                Gateway gateway = start(first.port(), gone, "ai.envoy-version=1.39")) {
            first.answerWith(429);

            assertThat(LlmClient.post(gateway.envoy().port(), "chat.example"))
                    .as(gateway::toString)
                    .isEqualTo(503);
        }
    }

    @Test
    void streamedAnswer_event_arrivesBeforeTheNextOneIsMade() throws IOException {
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                Gateway gateway = start(first.port(), second.port(), "ai.envoy-version=1.40")) {
            first.answerWith(503);
            LlmClient.assertStreams(gateway, "chat.example", second);
        }
    }

    private Gateway start(int first, int second, String setting) {
        Manifest manifest = new LlmManifest()
                .secret("one", "fake-key-one")
                .secret("two", "fake-key-two")
                .backend(
                        "chat",
                        "{priorityGroups: ["
                                + "{providers: [{name: one, openai: {" + LlmManifest.token("one")
                                + ", model: '50%-model'}, host: 127.0.0.1, port: " + first
                                + ", path: {full: '/v1/first?x=%2F'}}]}, "
                                + "{providers: [{name: two, openai: {" + LlmManifest.token("two")
                                + ", model: second-model}, host: localhost, port: " + second
                                + ", path: {full: /v1/stream}}]}]}")
                .build();
        // The fake providers speak no TLS, of which a warning tells.
        return Gateway.startDespiteDiagnostics(
                directory, manifest, "--show-secrets", "--set", "ai.body-model=INTERNAL_LISTENERS", "--set", setting);
    }
}
