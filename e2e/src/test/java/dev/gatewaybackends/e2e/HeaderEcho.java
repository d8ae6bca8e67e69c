// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A server on this machine that answers with the headers of the request that tell who asks whom. It
 * listens in both address families, because the proxy chooses the address of a name.
 */
final class HeaderEcho implements AutoCloseable {
    private static final List<String> ECHOED = List.of("Host", "Authorization", "X-Envoy-Original-Host");

    private final HttpServer server;

    private HeaderEcho(HttpServer server) {
        this.server = server;
        server.createContext("/", HeaderEcho::answer);
        server.start();
    }

    static HeaderEcho start() {
        try {
            return new HeaderEcho(HttpServer.create(new InetSocketAddress(0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that speaks TLS. */
    static HeaderEcho start(SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new HeaderEcho(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            StringBuilder text = new StringBuilder();
            for (String name : ECHOED) {
                List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
                values.forEach(
                        value -> text.append(name).append(": ").append(value).append('\n'));
            }
            byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
