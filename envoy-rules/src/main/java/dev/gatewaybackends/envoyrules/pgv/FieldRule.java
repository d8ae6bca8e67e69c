// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one field of a message.
 *
 * @param number the field number
 * @param name the field's name in paths; empty for the value of a map entry, which paths leave out
 * @param shape how often it occurs
 * @param packable whether it may stand packed on the wire
 * @param value the rules of each value
 * @param whenAbsent the violation if the field does not occur, null if there is none
 * @param emptyWhenAbsent whether it must be checked like an empty message when it does not occur
 * @param counts the rules of the number of its values, null if there are none
 * @param oneof the index of its one-of in {@link MessageRules}, -1 when it is in none
 */
record FieldRule(
        int number,
        String name,
        Shape shape,
        boolean packable,
        ValueRule value,
        @Nullable String whenAbsent,
        boolean emptyWhenAbsent,
        @Nullable CountRule counts,
        int oneof) {

    enum Shape {
        SINGULAR,
        REPEATED,
        MAP
    }

    /**
     * How many values a repeated field or a map may have.
     *
     * @param least the smallest number, or negative
     * @param most the largest number, or negative
     * @param ignoreEmpty whether none is always fine
     * @param unique whether no value may occur twice
     * @param noun what one value is called
     */
    record CountRule(long least, long most, boolean ignoreEmpty, boolean unique, String noun) {
        @Nullable
        String judge(int count) {
            if (count == 0 && ignoreEmpty) {
                return null;
            }
            if (count < least) {
                return Counts.of(count, noun) + ", at least " + least + " required";
            }
            return most >= 0 && count > most ? Counts.of(count, noun) + ", at most " + most + " allowed" : null;
        }
    }

    /** Returns the same rule as a member of a one-of. */
    FieldRule in(int place) {
        return new FieldRule(number, name, shape, packable, value, whenAbsent, emptyWhenAbsent, counts, place);
    }

    boolean accepts(int wireType) {
        return wireType == value.wireType() || (packable && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED);
    }
}
