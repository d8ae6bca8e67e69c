// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends completions with credentials of its own, of which no provider should see one. */
final class LlmClient {
    /** Part of every credential of the client. */
    static final String OWN = "fake-credential-of-the-client";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private LlmClient() {}

    /** Posts a completion and returns the status of the answer. */
    static int post(int port, String host) {
        return post(port, host, "/client");
    }

    /** Posts a completion to a path and returns the status of the answer. */
    static int post(int port, String host, String path) {
        return send(port, host, path, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** Posts a completion and returns the answer. */
    static Answer answer(int port, String host) {
        HttpResponse<String> response = send(port, host, "/client", HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** Posts a completion and fails unless its first event arrives before the provider sends the second. */
    static void assertStreams(Gateway gateway, String host, LlmServer provider) throws IOException {
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                send(gateway.envoy().port(), host, "/client", HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).as(gateway::toString).isEqualTo("data: first");
            provider.firstEventSeen();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("data: second");
        }
    }

    /** Posts a completion without a User-Agent, which Amazon's signer does not sign, and returns the status. */
    static int postAnonymously(int port, String host) {
        String body = "{}";
        String request = "POST /client HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + OWN
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> HttpResponse<T> send(int port, String host, String path, HttpResponse.BodyHandler<T> answer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?of=the-client"))
                .header("Host", host)
                .header("Authorization", "Bearer " + OWN)
                .header("api-key", OWN)
                .header("x-api-key", OWN)
                .header("x-goog-api-key", OWN)
                .header("x-ai-path", "/forged")
                .header("x-ai-authority", "forged.example")
                .header("x-ai-variant", "v0")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"m\",\"messages\":[]}"))
                .build();
        try {
            return CLIENT.send(request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
