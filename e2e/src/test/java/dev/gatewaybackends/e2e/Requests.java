// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Requests to this machine. */
final class Requests {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private Requests() {}

    /** Sends a GET request for / with this Host header. */
    static Answer get(int port, String host) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Host", host)
                .build());
        return new Answer(response.statusCode(), response.body());
    }

    /** Sends a GET request for a path with a credential. */
    static Answer getWithAuthorization(int port, String path, String authorization) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization)
                .build());
        return new Answer(response.statusCode(), response.body());
    }

    /** Sends a GET request for a path. */
    static Answer getPath(String address, String path) {
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(URI.create("http://" + address + path)).build());
        return new Answer(response.statusCode(), response.body());
    }

    /** Opens a WebSocket, sends a text and returns the one that comes back. */
    static CompletableFuture<String> webSocketEcho(int port, String text) {
        CompletableFuture<String> echo = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                echo.complete(data.toString());
                socket.abort();
                return null;
            }

            @Override
            public void onError(WebSocket socket, Throwable error) {
                echo.completeExceptionally(error);
            }
        };
        return CLIENT.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), listener)
                .thenCompose(socket -> socket.sendText(text, true))
                .thenCompose(socket -> echo)
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
