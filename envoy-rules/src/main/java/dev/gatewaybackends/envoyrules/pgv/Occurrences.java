// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** The values of one field of a message, one after the other, packed or not. */
final class Occurrences {
    private final FieldRule field;
    private final CodedInputStream in;
    private final int start;
    private int left;
    private boolean packed;
    private int outerLimit;
    private long value;

    /**
     * Starts before the first value.
     *
     * @param bytes where the message is
     * @param field the field
     * @param count how often the field occurs on the wire
     * @param start where it first occurs
     * @param end where the message ends
     */
    Occurrences(byte[] bytes, FieldRule field, int count, int start, int end) {
        this.field = field;
        this.left = count;
        this.start = start;
        this.in = CodedInputStream.newInstance(bytes, start, end - start);
    }

    /** Moves to the next value; returns false at the end. */
    boolean next() throws IOException {
        while (true) {
            if (packed) {
                if (in.getBytesUntilLimit() > 0) {
                    value = field.value().kind().read(in);
                    return true;
                }
                in.popLimit(outerLimit);
                packed = false;
            }
            if (left == 0) {
                return false;
            }
            int tag = in.readTag();
            int wireType = WireFormat.getTagWireType(tag);
            if (WireFormat.getTagFieldNumber(tag) != field.number() || !field.accepts(wireType)) {
                Tags.skip(in, tag);
                continue;
            }
            left--;
            if (wireType == field.value().wireType()) {
                value = read(field.value(), in, start);
                return true;
            }
            outerLimit = in.pushLimit(in.readRawVarint32());
            packed = true;
        }
    }

    /** Returns the value: a number, or the {@link #range} of a run of bytes. */
    long value() {
        return value;
    }

    /**
     * Reads a value behind its tag.
     *
     * @param base where in the bytes the stream started
     */
    static long read(ValueRule rule, CodedInputStream in, int base) throws IOException {
        if (rule.isNumber()) {
            return rule.kind().read(in);
        }
        int length = in.readRawVarint32();
        int from = base + in.getTotalBytesRead();
        in.skipRawBytes(length);
        return range(from, length);
    }

    static long range(int from, int length) {
        return (long) from << Integer.SIZE | length;
    }

    static int from(long range) {
        return (int) (range >> Integer.SIZE);
    }

    static int length(long range) {
        return (int) range;
    }
}
