// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * A number in the place of an integer that the resource cannot show as it was written: {@code 80.0}, {@code 1.5} or one that is
 * too large.
 *
 * <p>The resource holds the nearest integer below it that its type has.
 *
 * @param text the number as the API server's messages show it
 * @param isFloat whether the API server holds it as a floating-point number, which no rule can read as an integer
 */
public record WrittenNumber(String text, boolean isFloat) {
    /** With more digits than these before the point, Go writes an exponent. */
    private static final int DIGITS = 6;

    /** Requires a text. */
    public WrittenNumber {
        Objects.requireNonNull(text, "text");
    }

    /** Returns an integer that fits into 64 bits. */
    static WrittenNumber of(BigInteger value) {
        return new WrittenNumber(value.toString(), false);
    }

    /** Returns any other number. */
    static WrittenNumber ofFloat(BigDecimal value) {
        return new WrittenNumber(text(value), true);
    }

    /** Returns another number as a message about this one shows it. */
    public String likeThis(long other) {
        return isFloat ? text(BigDecimal.valueOf(other)) : String.valueOf(other);
    }

    /** Go's {@code %v}: the fewest digits that tell the number, with an exponent of two digits at least where it is long. */
    private static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        String digits = value.unscaledValue().abs().toString().replaceFirst("0+$", "");
        long exponent = (long) value.precision() - value.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return value.stripTrailingZeros().toPlainString();
        }
        long size = Math.abs(exponent);
        return (value.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (size < 10 ? "0" : "")
                + size;
    }
}
