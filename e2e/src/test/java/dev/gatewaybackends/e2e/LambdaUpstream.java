// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What AWS' endpoint for Lambda looks like from outside: HTTP/2 over TLS. It keeps the invocations and answers with a reply. */
final class LambdaUpstream implements AutoCloseable {
    /**
     * One request.
     *
     * @param path the path as it was sent
     * @param headers the headers by their names in lower case, {@code :authority} as {@code host}
     */
    record Invocation(String method, String path, Map<String, String> headers, String body) {}

    private final Server server;
    private final ServerConnector connector;
    private final List<Invocation> invocations = new CopyOnWriteArrayList<>();

    private LambdaUpstream(TestCertificate certificate, String reply) {
        server = new Server();
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(certificate.tls());
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(anyHost());
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http2.getProtocol());
        connector = new ServerConnector(server, new SslConnectionFactory(tls, alpn.getProtocol()), alpn, http2);
        // In both address families, because the proxy chooses the address of a name.
        connector.setHost(null);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                invocations.add(invocation(request));
                response.getHeaders().put("content-type", "application/json");
                response.write(true, ByteBuffer.wrap(reply.getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        });
    }

    /** As kgateway's form needs it, whose Host header is the client's and not the one of the certificate. */
    private static HttpConfiguration anyHost() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return configuration;
    }

    /** Starts an endpoint whose functions all give this reply. */
    static LambdaUpstream start(TestCertificate certificate, String reply) {
        LambdaUpstream upstream = new LambdaUpstream(certificate, reply);
        try {
            upstream.server.start();
        } catch (Exception e) {
            throw new IllegalStateException("no server on " + InetAddress.getLoopbackAddress(), e);
        }
        return upstream;
    }

    private static Invocation invocation(Request request) throws Exception {
        Map<String, String> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(field.getName().toLowerCase(Locale.ROOT), field.getValue(), (a, b) -> a + "," + b);
        }
        headers.putIfAbsent("host", request.getHttpURI().getAuthority());
        String body;
        try (InputStream in = Content.Source.asInputStream(request)) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return new Invocation(request.getMethod(), request.getHttpURI().getPath(), headers, body);
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Returns what was received so far. */
    List<Invocation> invocations() {
        return new ArrayList<>(invocations);
    }

    /** Returns the last request. */
    Invocation last() {
        if (invocations.isEmpty()) {
            throw new AssertionError("nothing was received");
        }
        return invocations.get(invocations.size() - 1);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
