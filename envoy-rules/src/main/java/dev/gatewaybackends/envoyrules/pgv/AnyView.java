// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A {@code google.protobuf.Any} on the wire.
 *
 * @param typeUrl its type, empty when it has none
 * @param from where its payload starts in the bytes it was read from
 * @param length how long its payload is
 */
record AnyView(String typeUrl, int from, int length) {
    static AnyView read(byte[] bytes, int from, int length) throws IOException {
        String typeUrl = "";
        int valueFrom = from;
        int valueLength = 0;
        CodedInputStream in = CodedInputStream.newInstance(bytes, from, length);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == Tags.of(1, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
                int size = in.readRawVarint32();
                int start = from + in.getTotalBytesRead();
                in.skipRawBytes(size);
                typeUrl = new String(bytes, start, size, StandardCharsets.UTF_8);
            } else if (tag == Tags.of(2, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
                valueLength = in.readRawVarint32();
                valueFrom = from + in.getTotalBytesRead();
                in.skipRawBytes(valueLength);
            } else {
                Tags.skip(in, tag);
            }
        }
        return new AnyView(typeUrl, valueFrom, valueLength);
    }
}
