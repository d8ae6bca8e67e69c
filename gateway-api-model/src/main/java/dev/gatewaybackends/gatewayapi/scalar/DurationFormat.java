// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.scalar;

import dev.gatewaybackends.constraints.CrdPattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The duration format of the Gateway API, as GEP-2257 defines it.
 *
 * <p>A text is one to four parts, each one to five digits and {@code h}, {@code m}, {@code s} or {@code ms}; its value is their
 * sum. Never replace a text that someone else wrote by a formatted one.
 */
public final class DurationFormat {
    /** The expression that every duration matches. */
    static final String PATTERN = "^([0-9]{1,5}(h|m|s|ms)){1,4}$";

    private static final CrdPattern VALID = CrdPattern.compile(PATTERN);
    private static final Duration LONGEST = Duration.ofHours(99_999);

    private DurationFormat() {}

    /** Returns the value of a text; null if the text is null or is no duration. */
    public static @Nullable Duration parse(@Nullable String text) {
        if (text == null || !VALID.foundIn(text)) {
            return null;
        }
        Duration sum = Duration.ZERO;
        int at = 0;
        while (at < text.length()) {
            long number = 0;
            while (Character.isDigit(text.charAt(at))) {
                number = number * 10 + text.charAt(at++) - '0';
            }
            char unit = text.charAt(at++);
            if (unit == 'h') {
                sum = sum.plusHours(number);
            } else if (unit == 's') {
                sum = sum.plusSeconds(number);
            } else if (at < text.length() && text.charAt(at) == 's') {
                sum = sum.plusMillis(number);
                at++;
            } else {
                sum = sum.plusMinutes(number);
            }
        }
        return sum;
    }

    /**
     * Returns the text of a value: the largest unit first, no unit twice, {@code 0s} for zero.
     *
     * @throws IllegalArgumentException if the value is negative, longer than 99999 hours, or no whole number of milliseconds
     */
    public static String format(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0 || duration.toNanosPart() % 1_000_000 != 0) {
            throw new IllegalArgumentException(
                    "duration: " + duration + " (expected: whole milliseconds from 0 to 99999 hours)");
        }
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        part(text, duration.toHours(), "h");
        part(text, duration.toMinutesPart(), "m");
        part(text, duration.toSecondsPart(), "s");
        part(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void part(StringBuilder text, long number, String unit) {
        if (number > 0) {
            text.append(number).append(unit);
        }
    }
}
