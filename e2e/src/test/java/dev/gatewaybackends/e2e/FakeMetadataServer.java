// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that hands out identity tokens as that of a Google Cloud machine does. They prove nothing. */
final class FakeMetadataServer implements AutoCloseable {
    /** Unsigned, but of the form that Envoy reads the expiry from. */
    static final String TOKEN = encode("{\"alg\":\"RS256\",\"kid\":\"fake\",\"typ\":\"JWT\"}") + "."
            + encode("{\"aud\":\"fake\",\"exp\":4102444800,\"iss\":\"fake\"}") + "." + encode("not a signature");

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String token = TOKEN;

    private FakeMetadataServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    static FakeMetadataServer start() {
        try {
            return new FakeMetadataServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Metadata-Flavor"));
            byte[] body = token.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** From here on answers with this status and this text for a token. */
    void answerWith(int newStatus, String newToken) {
        status = newStatus;
        token = newToken;
    }

    /** Returns the path and flavor of every request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
