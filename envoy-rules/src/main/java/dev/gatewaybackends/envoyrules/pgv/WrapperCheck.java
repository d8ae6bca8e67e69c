// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rules of the value in a wrapper such as {@code google.protobuf.UInt32Value}. */
final class WrapperCheck implements ContentCheck {
    private final ValueRule inner;
    private final int tag;

    WrapperCheck(ValueRule inner) {
        this.inner = inner;
        this.tag = Tags.of(1, inner.wireType());
    }

    @Override
    public @Nullable String judge(byte[] bytes, int from, int length) throws IOException {
        long number = 0;
        int valueFrom = from;
        int valueLength = 0;
        CodedInputStream in = CodedInputStream.newInstance(bytes, from, length);
        for (int found = in.readTag(); found != 0; found = in.readTag()) {
            if (found != tag) {
                Tags.skip(in, found);
            } else if (inner.wireType() == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                valueLength = in.readRawVarint32();
                valueFrom = from + in.getTotalBytesRead();
                in.skipRawBytes(valueLength);
            } else {
                number = inner.kind().read(in);
            }
        }
        if (inner.number() != null) {
            return inner.number().judge(number);
        }
        return inner.content() == null ? null : inner.content().judge(bytes, valueFrom, valueLength);
    }
}
