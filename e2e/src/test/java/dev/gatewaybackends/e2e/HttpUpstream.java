// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/** A server on this machine that speaks HTTP/1.1 and answers with its name and the request. */
final class HttpUpstream implements AutoCloseable {
    private final String name;
    private final HttpServer server;
    private volatile int status = 200;

    private HttpUpstream(String name, HttpServer server) {
        this.name = name;
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    static HttpUpstream start(String name) {
        return start(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Starts a server at an address; port 0 means a free one. */
    static HttpUpstream start(String name, InetSocketAddress address) {
        try {
            return new HttpUpstream(name, HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server that speaks TLS, in both address families, because the proxy chooses the address of a name. */
    static HttpUpstream startTls(String name, SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new HttpUpstream(name, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            byte[] body =
                    text(request, exchange.getRequestHeaders().getFirst("Host")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String text(String request, String host) {
        return name + " got " + request + " for " + host;
    }

    /** From here on answers with this status. */
    void answerWith(int newStatus) {
        status = newStatus;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns what a request for / with this Host header is answered with as long as all is well. */
    Answer answerFor(String host) {
        return new Answer(200, text("GET /", host));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
