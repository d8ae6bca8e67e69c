// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One message of the rules in {@code validate/validate.proto}, read by field numbers.
 *
 * <p>Read from bytes and not through the generated {@code Validate} class: some jars relocate that class, and descriptors that
 * were parsed without an extension registry hold the rules as unknown fields. Bytes look the same everywhere.
 */
final class RuleFields {
    private static final RuleFields NONE = new RuleFields(UnknownFieldSet.getDefaultInstance());

    private final UnknownFieldSet fields;

    private RuleFields(UnknownFieldSet fields) {
        this.fields = fields;
    }

    static RuleFields none() {
        return NONE;
    }

    static RuleFields of(UnknownFieldSet fields) {
        return new RuleFields(fields);
    }

    /** Returns the options of a field, one-of or message. */
    static RuleFields of(Message options) {
        return options.getSerializedSize() == 0 ? NONE : parse(options.toByteString());
    }

    private static RuleFields parse(ByteString bytes) {
        if (bytes.isEmpty()) {
            return NONE;
        }
        try {
            return new RuleFields(UnknownFieldSet.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("malformed validate.rules in a descriptor", e);
        }
    }

    boolean isEmpty() {
        return fields.asMap().isEmpty();
    }

    boolean has(int number) {
        return fields.hasField(number);
    }

    /** Returns a message, empty when it is absent. */
    RuleFields child(int number) {
        return has(number) ? parse(ByteString.copyFrom(contents(number))) : NONE;
    }

    boolean flag(int number) {
        return flag(number, false);
    }

    boolean flag(int number, boolean absent) {
        List<Long> values = fields.getField(number).getVarintList();
        return values.isEmpty() ? absent : values.get(values.size() - 1) != 0;
    }

    /** Returns a count, or -1 when it is absent. */
    long count(int number) {
        List<Long> values = fields.getField(number).getVarintList();
        return values.isEmpty() ? -1 : values.get(values.size() - 1);
    }

    /** Returns an integer, 0 when it is absent. */
    long number(int number) {
        return has(number) ? count(number) : 0;
    }

    String text(int number) {
        return bytes(number).toStringUtf8();
    }

    ByteString bytes(int number) {
        List<ByteString> values = contents(number);
        return values.isEmpty() ? ByteString.EMPTY : values.get(values.size() - 1);
    }

    List<ByteString> contents(int number) {
        return fields.getField(number).getLengthDelimitedList();
    }

    List<String> texts(int number) {
        return contents(number).stream().map(ByteString::toStringUtf8).collect(Collectors.toUnmodifiableList());
    }

    List<RuleFields> children(int number) {
        return contents(number).stream().map(RuleFields::parse).toList();
    }

    /** Returns all values of a number field, in their form on the wire. */
    List<Long> numbers(int number) {
        UnknownFieldSet.Field field = fields.getField(number);
        List<Long> values = new ArrayList<>(field.getVarintList());
        field.getFixed32List().forEach(value -> values.add(Integer.toUnsignedLong(value)));
        values.addAll(field.getFixed64List());
        return values;
    }
}
