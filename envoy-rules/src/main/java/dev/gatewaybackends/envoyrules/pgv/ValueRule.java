// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.WireFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a value on the wire, and its rules. */
final class ValueRule {
    private final int wireType;
    private final @Nullable NumberKind kind;
    private final @Nullable NumberCheck number;
    private final @Nullable ContentCheck content;
    private final @Nullable LazyRules message;
    private final boolean isMessage;
    private final boolean any;

    private ValueRule(
            int wireType,
            @Nullable NumberKind kind,
            @Nullable NumberCheck number,
            @Nullable ContentCheck content,
            @Nullable LazyRules message,
            boolean isMessage,
            boolean any) {
        this.wireType = wireType;
        this.kind = kind;
        this.number = number;
        this.content = content;
        this.message = message;
        this.isMessage = isMessage;
        this.any = any;
    }

    static ValueRule number(NumberKind kind, @Nullable NumberCheck check) {
        return new ValueRule(kind.wireType(), kind, check, null, null, false, false);
    }

    /** Returns the rule of a string or bytes. */
    static ValueRule content(@Nullable ContentCheck check) {
        return new ValueRule(WireFormat.WIRETYPE_LENGTH_DELIMITED, null, null, check, null, false, false);
    }

    /** Returns the rule of a message: what is checked of it as a whole, and what is checked inside. */
    static ValueRule message(@Nullable ContentCheck check, @Nullable LazyRules inside, boolean any) {
        return new ValueRule(WireFormat.WIRETYPE_LENGTH_DELIMITED, null, null, check, inside, true, any);
    }

    /** Returns the rule of a group, of which nothing is checked. */
    static ValueRule group() {
        return new ValueRule(WireFormat.WIRETYPE_START_GROUP, null, null, null, null, false, false);
    }

    /** Returns whether there is nothing to check. */
    boolean isEmpty() {
        return number == null && content == null && message == null && !any;
    }

    int wireType() {
        return wireType;
    }

    boolean isNumber() {
        return kind != null;
    }

    NumberKind kind() {
        return Objects.requireNonNull(kind);
    }

    @Nullable
    NumberCheck number() {
        return number;
    }

    @Nullable
    ContentCheck content() {
        return content;
    }

    @Nullable
    LazyRules message() {
        return message;
    }

    /** Returns whether several occurrences of it are parts of one. */
    boolean isMessage() {
        return isMessage;
    }

    boolean isAny() {
        return any;
    }
}
