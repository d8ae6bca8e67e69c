// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks one string or bytes field against its rules in turn. Messages tell lengths, never contents. */
final class TextCheck implements ContentCheck {
    private final boolean text;
    private final boolean ignoreEmpty;
    private final List<Requirement> requirements;

    /** Tests the bytes of a value. */
    @FunctionalInterface
    interface Test {
        boolean holds(byte[] bytes, int from, int length);
    }

    private record Requirement(Test test, boolean countsBytes, String wanted) {}

    private TextCheck(Builder builder) {
        this.text = builder.text;
        this.ignoreEmpty = builder.ignoreEmpty;
        this.requirements = List.copyOf(builder.requirements);
    }

    @Override
    public @Nullable String judge(byte[] bytes, int from, int length) {
        if (ignoreEmpty && length == 0) {
            return null;
        }
        if (text && !isUtf8(bytes, from, length)) {
            return found(length, "byte") + ", not valid UTF-8";
        }
        for (Requirement requirement : requirements) {
            if (!requirement.test().holds(bytes, from, length)) {
                String found = requirement.countsBytes()
                        ? found(length, "byte")
                        : found(characters(bytes, from, length), "character");
                return found + ", " + requirement.wanted();
            }
        }
        return null;
    }

    private static String found(int count, String noun) {
        return count == 0 ? "empty" : Counts.of(count, noun);
    }

    private static boolean isUtf8(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (bytes[at] < 0) {
                String text = string(bytes, from, length);
                return Arrays.equals(
                        text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, from + length));
            }
        }
        return true;
    }

    private static int characters(byte[] bytes, int from, int length) {
        int count = 0;
        for (int at = from; at < from + length; at++) {
            if ((bytes[at] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    private static String string(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Collects requirements in the order in which they are checked. */
    static final class Builder {
        private final boolean text;
        private final boolean ignoreEmpty;
        private final List<Requirement> requirements = new ArrayList<>();

        Builder(boolean text, boolean ignoreEmpty) {
            this.text = text;
            this.ignoreEmpty = ignoreEmpty;
        }

        /** Adds bounds on the number of bytes; a negative bound is ignored. */
        Builder bytes(long exactly, long least, long most) {
            return lengths((bytes, from, length) -> length, "byte", exactly, least, most);
        }

        /** Adds bounds on the number of code points; a negative bound is ignored. */
        Builder characters(long exactly, long least, long most) {
            return lengths(TextCheck::characters, "character", exactly, least, most);
        }

        private Builder lengths(Measure measure, String noun, long exactly, long least, long most) {
            boolean countsBytes = noun.equals("byte");
            if (exactly >= 0) {
                add((b, f, l) -> measure.of(b, f, l) == exactly, countsBytes, "exactly " + exactly + " required");
            }
            if (least >= 0) {
                // The most frequent rule needs no count.
                Test test = least == 1 ? (b, f, l) -> l > 0 : (b, f, l) -> measure.of(b, f, l) >= least;
                add(test, countsBytes, "at least " + Counts.of(least, noun) + " required");
            }
            if (most >= 0) {
                add((b, f, l) -> l <= most || measure.of(b, f, l) <= most, countsBytes, "at most " + most + " allowed");
            }
            return this;
        }

        Builder contents(Test test, String wanted) {
            add(test, !text, wanted);
            return this;
        }

        Builder string(Predicate<String> test, String wanted) {
            return contents((bytes, from, length) -> test.test(TextCheck.string(bytes, from, length)), wanted);
        }

        private void add(Test test, boolean countsBytes, String wanted) {
            requirements.add(new Requirement(test, countsBytes, wanted));
        }

        @Nullable
        TextCheck build() {
            return requirements.isEmpty() ? null : new TextCheck(this);
        }
    }

    @FunctionalInterface
    private interface Measure {
        int of(byte[] bytes, int from, int length);
    }
}
