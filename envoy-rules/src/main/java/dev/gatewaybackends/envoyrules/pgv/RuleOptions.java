// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

/** Writes {@code validate.rules} by field numbers, as {@link RuleFields} reads them. */
public final class RuleOptions {
    private RuleOptions() {}

    /** Returns the options of a text that must not be empty. */
    public static FieldOptions notEmpty() {
        return options(message(PgvFields.STRING, number(PgvFields.STRING_MIN_LEN, 1)));
    }

    /** Returns the options of a message that must be set. */
    public static FieldOptions required() {
        return options(message(PgvFields.MESSAGE, number(PgvFields.MESSAGE_REQUIRED, 1)));
    }

    /** Returns the rules that a duration has at least so many seconds. */
    static RuleFields durationFrom(long least) {
        return RuleFields.of(
                message(PgvFields.DURATION, message(PgvFields.DURATION_GTE, number(PgvFields.SECONDS, least))));
    }

    /** Returns the options of a duration that has from so many to so many seconds. */
    public static FieldOptions durationBetween(long least, long most) {
        UnknownFieldSet bounds = message(PgvFields.DURATION_GTE, number(PgvFields.SECONDS, least)).toBuilder()
                .mergeFrom(message(PgvFields.DURATION_LTE, number(PgvFields.SECONDS, most)))
                .build();
        return options(message(PgvFields.DURATION, bounds));
    }

    private static FieldOptions options(UnknownFieldSet rules) {
        try {
            // Not through the builder: its method for unknown fields differs between protobuf 3 and 4 in binary form.
            return FieldOptions.parseFrom(message(PgvFields.RULES, rules).toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("options that were just written", e);
        }
    }

    private static UnknownFieldSet number(int field, long value) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        field,
                        UnknownFieldSet.Field.newBuilder().addVarint(value).build())
                .build();
    }

    private static UnknownFieldSet message(int field, UnknownFieldSet content) {
        return UnknownFieldSet.newBuilder()
                .addField(
                        field,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(content.toByteString())
                                .build())
                .build();
    }
}
