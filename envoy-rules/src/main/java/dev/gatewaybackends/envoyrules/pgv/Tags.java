// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** The tags that precede values on the wire. */
final class Tags {
    private static final int TYPE_BITS = 3;

    private Tags() {}

    static int of(int fieldNumber, int wireType) {
        return fieldNumber << TYPE_BITS | wireType;
    }

    /** Skips the value that follows a tag. */
    static void skip(CodedInputStream in, int tag) throws IOException {
        if (!in.skipField(tag) || WireFormat.getTagFieldNumber(tag) == 0) {
            throw new InvalidProtocolBufferException("a group ends that did not start");
        }
    }
}
