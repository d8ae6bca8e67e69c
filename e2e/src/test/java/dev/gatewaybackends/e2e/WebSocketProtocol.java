// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** WebSocket, as far as it takes to echo short frames: RFC 6455. Requests without an upgrade are answered in plain HTTP. */
final class WebSocketProtocol implements SocketUpstream.Protocol {
    static final Answer PLAIN = new Answer(200, "no upgrade");

    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int SHORT = 125;
    private static final int CLOSE = 8;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;

    @Override
    public void serve(DataInputStream in, OutputStream out) throws IOException {
        line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String key = headers.get("sec-websocket-key");
        if (!"websocket".equals(headers.get("upgrade")) || key == null) {
            write(
                    out,
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                            + PLAIN.body().length() + "\r\n\r\n" + PLAIN.body());
            return;
        }
        write(
                out,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
        int opcode;
        do {
            int first = in.readUnsignedByte();
            opcode = first & OPCODE;
            int second = in.readUnsignedByte();
            int length = second & ~MASKED;
            if ((second & MASKED) == 0 || length > SHORT) {
                throw new ProtocolException("not a short frame of a client");
            }
            byte[] mask = new byte[4];
            in.readFully(mask);
            byte[] frame = new byte[2 + length];
            in.readFully(frame, 2, length);
            frame[0] = (byte) first;
            frame[1] = (byte) length;
            for (int i = 0; i < length; i++) {
                frame[2 + i] ^= mask[i % mask.length];
            }
            out.write(frame);
            out.flush();
        } while (opcode != CLOSE);
    }

    private static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + KEY_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
