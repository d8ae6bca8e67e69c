// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * A kind of number on the wire, and the one {@code long} that stands for each of its values.
 *
 * <p>Narrow integers are widened so that signed comparison is right for all but {@link #UINT64} and {@link #FIXED64}; floating
 * point numbers are the bits of the {@code double} of their value.
 */
enum NumberKind {
    FLOAT(1, WireFormat.WIRETYPE_FIXED32),
    DOUBLE(2, WireFormat.WIRETYPE_FIXED64),
    INT32(3, WireFormat.WIRETYPE_VARINT),
    INT64(4, WireFormat.WIRETYPE_VARINT),
    UINT32(5, WireFormat.WIRETYPE_VARINT),
    UINT64(6, WireFormat.WIRETYPE_VARINT),
    SINT32(7, WireFormat.WIRETYPE_VARINT),
    SINT64(8, WireFormat.WIRETYPE_VARINT),
    FIXED32(9, WireFormat.WIRETYPE_FIXED32),
    FIXED64(10, WireFormat.WIRETYPE_FIXED64),
    SFIXED32(11, WireFormat.WIRETYPE_FIXED32),
    SFIXED64(12, WireFormat.WIRETYPE_FIXED64),
    BOOL(13, WireFormat.WIRETYPE_VARINT),
    ENUM(16, WireFormat.WIRETYPE_VARINT),
    /** Nanoseconds; on the wire a {@code google.protobuf.Duration}. */
    DURATION(21, WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private static final int NANOS_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;

    private final int rulesField;
    private final int wireType;

    NumberKind(int rulesField, int wireType) {
        this.rulesField = rulesField;
        this.wireType = wireType;
    }

    static NumberKind of(FieldDescriptor field) {
        return valueOf(field.getType().name());
    }

    /** Returns the field of {@code FieldRules} that holds the rules of this kind. */
    int rulesField() {
        return rulesField;
    }

    int wireType() {
        return wireType;
    }

    long read(CodedInputStream in) throws IOException {
        return switch (this) {
            case FLOAT -> Double.doubleToRawLongBits(in.readFloat());
            case DOUBLE, FIXED64, SFIXED64 -> in.readFixed64();
            case INT32, ENUM -> in.readInt32();
            case INT64, UINT64 -> in.readInt64();
            case UINT32 -> Integer.toUnsignedLong(in.readUInt32());
            case SINT32 -> in.readSInt32();
            case SINT64 -> in.readSInt64();
            case FIXED32 -> Integer.toUnsignedLong(in.readFixed32());
            case SFIXED32 -> in.readSFixed32();
            case BOOL -> in.readBool() ? 1 : 0;
            case DURATION -> throw new IllegalStateException("a duration is a message");
        };
    }

    /** Returns the value a number in a rule stands for, which has the wire form of this kind. */
    long ofRule(long wire) {
        return switch (this) {
            case FLOAT -> Double.doubleToRawLongBits(Float.intBitsToFloat((int) wire));
            case SINT32, SINT64 -> CodedInputStream.decodeZigZag64(wire);
            case SFIXED32, INT32, ENUM -> (int) wire;
            case UINT32, FIXED32 -> wire & 0xFFFF_FFFFL;
            default -> wire;
        };
    }

    boolean less(long a, long b) {
        return switch (this) {
            case FLOAT, DOUBLE -> Double.longBitsToDouble(a) < Double.longBitsToDouble(b);
            case UINT64, FIXED64 -> Long.compareUnsigned(a, b) < 0;
            default -> a < b;
        };
    }

    boolean same(long a, long b) {
        return switch (this) {
            case FLOAT, DOUBLE -> Double.longBitsToDouble(a) == Double.longBitsToDouble(b);
            default -> a == b;
        };
    }

    String text(long value) {
        return switch (this) {
            case FLOAT -> Float.toString((float) Double.longBitsToDouble(value));
            case DOUBLE -> Double.toString(Double.longBitsToDouble(value));
            case UINT64, FIXED64 -> Long.toUnsignedString(value);
            case BOOL -> Boolean.toString(value != 0);
            case DURATION -> seconds(value);
            default -> Long.toString(value);
        };
    }

    private static String seconds(long nanos) {
        long rest = nanos % NANOS;
        if (rest == 0) {
            return nanos / NANOS + "s";
        }
        String digits = Long.toString(rest);
        String fraction = "0".repeat(NANOS_DIGITS - digits.length()) + digits;
        return nanos / NANOS + "." + fraction.replaceFirst("0+$", "") + "s";
    }
}
