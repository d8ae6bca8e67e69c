// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on 127.0.0.1 that speaks a protocol the JDK has no server for. */
final class SocketUpstream implements AutoCloseable {
    /** Serves one connection until its end. */
    @FunctionalInterface
    interface Protocol {
        void serve(DataInputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Protocol protocol;

    private SocketUpstream(ServerSocket server, Protocol protocol) {
        this.server = server;
        this.protocol = protocol;
    }

    static SocketUpstream start(Protocol protocol) {
        try {
            SocketUpstream upstream =
                    new SocketUpstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), protocol);
            startDaemon(upstream::accept);
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                startDaemon(() -> serve(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            protocol.serve(
                    new DataInputStream(new BufferedInputStream(socket.getInputStream())), socket.getOutputStream());
        } catch (IOException e) {
            // The peer went away or broke the protocol: for it, the connection ends here.
        }
    }

    private static void startDaemon(Runnable body) {
        Thread thread = new Thread(body, "upstream");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
