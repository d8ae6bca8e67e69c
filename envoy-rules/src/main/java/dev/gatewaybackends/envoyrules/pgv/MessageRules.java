// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.Arrays;
import java.util.List;

/** The compiled rules of one message type. Contains only fields that have rules themselves or in a message below them. */
final class MessageRules {
    private final String typeName;
    private final FieldRule[] fields;
    private final List<OneofRule> oneofs;
    private final int[] numbers;
    private final int[] slots;

    /**
     * A one-of whose members matter.
     *
     * @param name its name in paths
     * @param required whether a member must be set
     * @param members the names of its members
     */
    record OneofRule(String name, boolean required, List<String> members) {
        String whenAbsent() {
            return "none of " + String.join(", ", members) + " is set, one is required";
        }
    }

    MessageRules(Descriptor type, List<FieldRule> fields, List<OneofRule> oneofs) {
        this.typeName = type.getFullName();
        this.fields = fields.toArray(new FieldRule[0]);
        this.oneofs = List.copyOf(oneofs);
        this.numbers = fields.stream().mapToInt(FieldRule::number).sorted().toArray();
        this.slots = new int[numbers.length];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[Arrays.binarySearch(numbers, this.fields[slot].number())] = slot;
        }
    }

    String typeName() {
        return typeName;
    }

    /** Returns how many fields there are; they are counted from 0 in the order the proto declares them. */
    int size() {
        return fields.length;
    }

    FieldRule field(int slot) {
        return fields[slot];
    }

    List<OneofRule> oneofs() {
        return oneofs;
    }

    /** Returns the place of a field, or a negative number. */
    int slot(int fieldNumber) {
        int at = Arrays.binarySearch(numbers, fieldNumber);
        return at < 0 ? -1 : slots[at];
    }
}
