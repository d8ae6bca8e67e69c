// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * HTTP/2 by prior knowledge, as far as it takes to answer every request without reading it: RFC 9113. A client that begins
 * in any other way is turned away.
 */
final class Http2Protocol implements SocketUpstream.Protocol {
    static final Answer ANSWER = new Answer(200, "over HTTP/2");

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    /** {@code :status: 200}, entry 8 of the static table of HPACK. */
    private static final byte[] STATUS_200 = {(byte) 0x88};

    @Override
    public void serve(DataInputStream in, OutputStream out) throws IOException {
        byte[] preface = new byte[PREFACE.length];
        in.readFully(preface);
        if (!Arrays.equals(preface, PREFACE)) {
            throw new ProtocolException("not the preface of HTTP/2");
        }
        write(out, SETTINGS, 0, 0, new byte[0]);
        while (true) {
            int lengthAndType;
            try {
                lengthAndType = in.readInt();
            } catch (EOFException e) {
                return;
            }
            int type = lengthAndType & 0xff;
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[lengthAndType >>> 8];
            in.readFully(payload);
            if (type == SETTINGS && (flags & ACK) == 0) {
                write(out, SETTINGS, ACK, 0, new byte[0]);
            } else if (type == PING && (flags & ACK) == 0) {
                write(out, PING, ACK, 0, payload);
            } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                write(out, HEADERS, END_HEADERS, stream, STATUS_200);
                write(out, DATA, END_STREAM, stream, ANSWER.body().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void write(OutputStream out, int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array());
        out.flush();
    }
}
