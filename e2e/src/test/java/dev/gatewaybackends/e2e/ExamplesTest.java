// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.cli.GwbInProcess;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends requests through every example. */
class ExamplesTest {
    private static final int ENOUGH = 40;

    @TempDir
    private Path directory;

    @Test
    void quickstart_requestForItsHost_isServed() {
        try (HttpUpstream upstream = HttpUpstream.start("web");
                Gateway gateway = start(Manifest.example("quickstart.yaml").withPort(8080, upstream.port()))) {
            assertThat(gateway.get("static.example"))
                    .as(gateway::toString)
                    .isEqualTo(upstream.answerFor("static.example"));
        }
    }

    @Test
    void quickstart_requestForAnotherHost_isNotFound() {
        try (Gateway gateway = start(Manifest.example("quickstart.yaml"))) {
            assertThat(gateway.get("other.example").status())
                    .as(gateway::toString)
                    .isEqualTo(404);
        }
    }

    @Test
    void staticDnsName_request_isServedByTheResolvedHost() {
        try (HttpUpstream upstream = HttpUpstream.start("named");
                Gateway gateway = start(Manifest.example("static-dns-name.yaml").withPort(8080, upstream.port()))) {
            assertThat(gateway.get("any.example")).as(gateway::toString).isEqualTo(upstream.answerFor("any.example"));
        }
    }

    @Test
    void staticTwoHosts_requests_reachBoth() {
        try (HttpUpstream first = HttpUpstream.start("first");
                HttpUpstream second = HttpUpstream.start("second");
                Gateway gateway = start(Manifest.example("static-two-hosts.yaml")
                        .withPort(8080, first.port())
                        .withPort(8081, second.port()))) {
            assertThat(answers(gateway))
                    .as(gateway::toString)
                    .containsOnly(first.answerFor("any.example"), second.answerFor("any.example"));
        }
    }

    @Test
    void staticHttp2_request_reachesTheHostOverHttp2() {
        try (SocketUpstream upstream = SocketUpstream.start(new Http2Protocol());
                Gateway gateway = start(Manifest.example("static-http2.yaml").withPort(8080, upstream.port()))) {
            assertThat(gateway.get("any.example")).as(gateway::toString).isEqualTo(Http2Protocol.ANSWER);
        }
    }

    @Test
    void staticWebSocket_upgrade_opensASocketThatEchoes() {
        try (SocketUpstream upstream = SocketUpstream.start(new WebSocketProtocol());
                Gateway gateway =
                        start(Manifest.example("static-websocket.yaml").withPort(8080, upstream.port()))) {
            assertThat(Requests.webSocketEcho(gateway.envoy().port(), "hello").join())
                    .as(gateway::toString)
                    .isEqualTo("hello");
            assertThat(gateway.get("any.example")).as(gateway::toString).isEqualTo(WebSocketProtocol.PLAIN);
        }
    }

    @Test
    void staticWebSocket_withoutItsAppProtocol_refusesTheUpgrade() {
        try (SocketUpstream upstream = SocketUpstream.start(new WebSocketProtocol());
                Gateway gateway = start(Manifest.example("static-websocket.yaml")
                        .withPort(8080, upstream.port())
                        .replacing("    appProtocol: kubernetes.io/ws\n", ""))) {
            assertThatThrownBy(() -> Requests.webSocketEcho(gateway.envoy().port(), "hello")
                            .join())
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refusal -> assertThat(refusal.getResponse().statusCode())
                                    .isEqualTo(403));
        }
    }

    @Test
    void dynamicForwardProxy_hostHeader_choosesTheServer() {
        try (HttpUpstream first = HttpUpstream.start("first");
                HttpUpstream second = HttpUpstream.start("second");
                Gateway gateway = start(Manifest.example("dynamic-forward-proxy.yaml"))) {
            String firstHost = "127.0.0.1:" + first.port();
            String secondHost = "127.0.0.1:" + second.port();
            assertThat(gateway.get(firstHost)).as(gateway::toString).isEqualTo(first.answerFor(firstHost));
            assertThat(gateway.get(secondHost)).as(gateway::toString).isEqualTo(second.answerFor(secondHost));
        }
    }

    @Test
    void gcp_requestOutsideOfGoogleCloud_findsNoHost() throws IOException {
        Path trust = Files.writeString(
                directory.resolve("trust.pem"),
                TestCertificate.of(directory, "trust", "dns:trust.example").pem());
        try (Gateway gateway =
                Gateway.start(directory, Manifest.example("gcp.yaml"), "--set", "core.upstream-trust=file:" + trust)) {
            assertThat(gateway.get("any.example").status())
                    .as(gateway::toString)
                    .isEqualTo(503);
        }
    }

    @Test
    void priorityGroups_request_isServedByTheFirstGroup() {
        try (HttpUpstream near = HttpUpstream.start("near");
                HttpUpstream far = HttpUpstream.start("far");
                Gateway gateway = start(Manifest.example("priority-groups.yaml")
                        .withPort(8080, near.port())
                        .withPort(8081, far.port()))) {
            assertThat(answers(gateway)).as(gateway::toString).containsOnly(near.answerFor("any.example"));
        }
    }

    @Test
    void crossNamespace_withGrant_isServed() {
        try (HttpUpstream upstream = HttpUpstream.start("inventory");
                Gateway gateway = start(Manifest.example("cross-namespace.yaml").withPort(8080, upstream.port()))) {
            assertThat(gateway.get("any.example")).as(gateway::toString).isEqualTo(upstream.answerFor("any.example"));
        }
    }

    @Test
    void crossNamespace_withoutGrant_answers500() {
        try (HttpUpstream upstream = HttpUpstream.start("inventory");
                Gateway gateway = startDespiteDiagnostics(Manifest.example("cross-namespace.yaml")
                        .without("ReferenceGrant")
                        .withPort(8080, upstream.port()))) {
            assertThat(gateway.gwb().status()).as(gateway::toString).isEqualTo(1);
            assertThat(gateway.gwb().err()).contains("[RefNotPermitted]");
            assertThat(gateway.get("any.example").status())
                    .as(gateway::toString)
                    .isEqualTo(500);
        }
    }

    @Test
    void failingShare_requests_areServedOrAnswered500() {
        try (HttpUpstream upstream = HttpUpstream.start("present");
                Gateway gateway = startDespiteDiagnostics(
                        Manifest.example("failing-share.yaml").withPort(8080, upstream.port()))) {
            assertThat(gateway.gwb().status()).as(gateway::toString).isEqualTo(1);
            assertThat(gateway.gwb().err()).contains("[BackendNotFound]");
            Answer served = upstream.answerFor("any.example");
            // Of this many requests, all go the same way once in 2^39 runs.
            List<Answer> answers = answers(gateway);
            assertThat(answers).as(gateway::toString).contains(served);
            assertThat(answers)
                    .filteredOn(answer -> !answer.equals(served))
                    .isNotEmpty()
                    .allMatch(answer -> answer.status() == 500);
        }
    }

    @Test
    void failingShare_weightsAllZero_answers500() {
        try (HttpUpstream upstream = HttpUpstream.start("present");
                Gateway gateway = startDespiteDiagnostics(Manifest.example("failing-share.yaml")
                        .replacing("weight: 50", "weight: 0")
                        .withPort(8080, upstream.port()))) {
            assertThat(answers(gateway)).as(gateway::toString).allMatch(answer -> answer.status() == 500);
        }
    }

    @Test
    void portIgnored_request_goesToThePortOfTheBackend() {
        try (HttpUpstream upstream = HttpUpstream.start("own port");
                Gateway gateway = startDespiteDiagnostics(
                        Manifest.example("port-ignored.yaml").withPort(8080, upstream.port()))) {
            assertThat(gateway.gwb().status()).as(gateway::toString).isZero();
            assertThat(gateway.gwb().err()).contains("WARNING").contains("[PortIgnored]");
            assertThat(gateway.get("any.example")).as(gateway::toString).isEqualTo(upstream.answerFor("any.example"));
        }
    }

    @Test
    void everyExample_isTriedHere() {
        // Those of ai Backends are tried in AiExamplesTest.
        Set<String> tried = Set.of(
                "ai-bedrock.yaml",
                "ai-failover.yaml",
                "ai-openai.yaml",
                "ai-passthrough.yaml",
                "quickstart.yaml",
                "static-dns-name.yaml",
                "static-two-hosts.yaml",
                "static-http2.yaml",
                "static-websocket.yaml",
                "dynamic-forward-proxy.yaml",
                "gcp.yaml",
                "priority-groups.yaml",
                "cross-namespace.yaml",
                "failing-share.yaml",
                "port-ignored.yaml",
                // In LambdaTest and Ec2Test.
                "lambda.yaml",
                "ec2.yaml");
        assertThat(Checkout.list(Checkout.EXAMPLES))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void everyExample_validated_isAccepted() {
        for (Path example : Checkout.list(Checkout.EXAMPLES)) {
            // The newest kgateway has no ai Backends.
            String version = example.getFileName().toString().startsWith("ai-") ? "2.1" : "main";
            GwbInProcess gwb = GwbInProcess.run("validate", "--kgateway-version", version, example.toString());

            assertThat(gwb.status()).as(gwb.out()).isZero();
            assertThat(gwb.out()).contains(" 0 with errors");
        }
    }

    @Test
    void everyExample_translatedToYaml_hasAClusterForItsBackend() {
        for (Path example : Checkout.list(Checkout.EXAMPLES)) {
            GwbInProcess gwb = GwbInProcess.run("translate", "--enable-ec2", example.toString());

            assertThat(gwb.status())
                    .as(example + ": " + gwb.err())
                    .isEqualTo(example.endsWith("failing-share.yaml") ? 1 : 0);
            assertThat(gwb.out()).as(example.toString()).containsPattern("name: backend_[a-z]+_[a-z0-9-]+_0\n");
        }
    }

    private Gateway start(Manifest manifest) {
        return Gateway.start(directory, manifest);
    }

    private Gateway startDespiteDiagnostics(Manifest manifest) {
        return Gateway.startDespiteDiagnostics(directory, manifest);
    }

    private static List<Answer> answers(Gateway gateway) {
        return IntStream.range(0, ENOUGH)
                .mapToObj(i -> gateway.get("any.example"))
                .toList();
    }
}
