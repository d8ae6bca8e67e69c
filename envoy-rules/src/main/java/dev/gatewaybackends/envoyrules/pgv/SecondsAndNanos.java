// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** The two fields of a protobuf Duration or Timestamp. */
record SecondsAndNanos(long seconds, int nanos) {
    static SecondsAndNanos read(byte[] bytes, int from, int length) throws IOException {
        long seconds = 0;
        int nanos = 0;
        CodedInputStream in = CodedInputStream.newInstance(bytes, from, length);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == Tags.of(1, WireFormat.WIRETYPE_VARINT)) {
                seconds = in.readInt64();
            } else if (tag == Tags.of(2, WireFormat.WIRETYPE_VARINT)) {
                nanos = in.readInt32();
            } else {
                Tags.skip(in, tag);
            }
        }
        return new SecondsAndNanos(seconds, nanos);
    }
}
