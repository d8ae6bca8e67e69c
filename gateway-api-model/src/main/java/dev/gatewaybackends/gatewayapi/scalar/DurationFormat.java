// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.scalar;

import dev.gatewaybackends.constraints.CrdPattern;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The duration format of the Gateway API, as GEP-2257 defines it.
 *
 * <p>A text is one to four parts, each one to five digits and {@code h}, {@code m}, {@code s} or {@code ms}; its value is
 * their sum. A text from a resource must not be replaced by a formatted one: it is written back unchanged.
 */
public final class DurationFormat {
    /** The pattern of every duration. */
    static final String PATTERN = "^([0-9]{1,5}(h|m|s|ms)){1,4}$";

    private static final CrdPattern VALID = CrdPattern.compile(PATTERN);
    private static final Duration LONGEST = Duration.ofHours(99_999);

    private DurationFormat() {}

    /** Returns the value of a text; null if the text is null or is no duration. */
    public static @Nullable Duration parse(@Nullable String text) {
        return text != null && VALID.foundIn(text) ? parseAsCel(text) : null;
    }

    /**
     * Returns the value that CEL's {@code duration()} reads from a text; null if it fails.
     *
     * <p>CEL accepts more than the format: signs, fractions, finer units, a bare {@code 0} and any number of parts. The API
     * server evaluates CEL rules even if a text does not match the pattern.
     */
    public static @Nullable Duration parseAsCel(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String unsigned = signed ? text.substring(1) : text;
        if (unsigned.equals("0")) {
            return Duration.ZERO;
        }
        if (unsigned.isEmpty()) {
            return null;
        }
        try {
            long sum = 0;
            int at = 0;
            while (at < unsigned.length()) {
                int unitAt = endOf(unsigned, at, true);
                int next = endOf(unsigned, unitAt, false);
                long part = nanos(unsigned.substring(at, unitAt), unsigned.substring(unitAt, next));
                sum = Math.addExact(sum, part);
                at = next;
            }
            return Duration.ofNanos(text.startsWith("-") ? -sum : sum);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /**
     * Returns the end of a run of characters that starts at an offset: of those that belong to a number, or of those that do
     * not.
     */
    private static int endOf(String text, int start, boolean number) {
        int end = start;
        while (end < text.length() && number == (text.charAt(end) == '.' || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long nanos(String number, String unit) {
        long unitNanos = switch (unit) {
            case "ns" -> 1;
            case "us", "\u00b5s", "\u03bcs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60 * 1_000_000_000L;
            case "h" -> 3600 * 1_000_000_000L;
            default -> throw new NumberFormatException(unit);
        };
        int point = number.indexOf('.');
        if (point < 0) {
            return Math.multiplyExact(Long.parseLong(number), unitNanos);
        }
        String whole = number.substring(0, point);
        String fraction = number.substring(point + 1);
        if (fraction.indexOf('.') >= 0 || number.length() == 1) {
            throw new NumberFormatException(number);
        }
        long nanos = whole.isEmpty() ? 0 : Math.multiplyExact(Long.parseLong(whole), unitNanos);
        // Decimals after the eighteenth are far below a nanosecond, even those of an hour.
        BigDecimal share = new BigDecimal("0." + fraction.substring(0, Math.min(fraction.length(), 18)) + "0");
        return Math.addExact(
                nanos, share.multiply(BigDecimal.valueOf(unitNanos)).longValue());
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
