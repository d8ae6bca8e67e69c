// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.diagnostics.FieldPath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An integer; {@code 80.0} is one.
 *
 * <p>Any other number is reported and becomes the next integer below it, or the nearest one that the type has: the API server
 * goes on with such a number, so its limits and rules are checked, too.
 *
 * @param isLong whether the Java type is {@code Long}; else it is {@code Integer}
 * @param format the format of the schema; null where it has none
 */
record IntegerShape(boolean isLong, @Nullable String format) implements Shape {
    static final Shape INT32 = new IntegerShape(false, "int32");
    static final Shape INT64 = new IntegerShape(true, "int64");

    /** What is larger may have lost digits, and is no integer to the API server. */
    private static final BigDecimal LARGEST_WHOLE_FLOAT = BigDecimal.valueOf((1L << 53) - 1);
    /** No number of JSON text is written out that has more digits. */
    private static final int MOST_DIGITS = 40;

    /** Returns the same without a format. */
    IntegerShape withoutFormat() {
        return new IntegerShape(isLong, null);
    }

    @Override
    public @Nullable Object bind(JsonNode node, FieldPath path, Problems problems) {
        if (node.isInt()) {
            return value(node.longValue());
        }
        if (!node.isNumber()) {
            wrongType(node, path, problems);
            return null;
        }
        BigInteger whole = whole(node, problems.isOfJson());
        if (whole != null && whole.bitLength() < Long.SIZE) {
            return bind(whole.longValue(), path, problems, WrittenNumber.of(whole));
        }
        BigDecimal number = asFloat(node);
        if (isWhole(number) && number.abs().compareTo(LARGEST_WHOLE_FLOAT) <= 0) {
            WrittenNumber written = WrittenNumber.ofFloat(number);
            problems.written(path, written);
            return bind(number.longValue(), path, problems, written);
        }
        wrongType(node, path, problems);
        if (!isInFormat(number)) {
            problems.outOfFormat(path, format);
        }
        problems.written(path, WrittenNumber.ofFloat(number));
        return value(nearest(number));
    }

    private boolean isInFormat(BigDecimal number) {
        BigDecimal least = BigDecimal.valueOf(isLong || format == null ? Long.MIN_VALUE : Integer.MIN_VALUE);
        BigDecimal most = BigDecimal.valueOf(isLong || format == null ? Long.MAX_VALUE : Integer.MAX_VALUE);
        return isWhole(number) && number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    private Object bind(long value, FieldPath path, Problems problems, WrittenNumber written) {
        if (!isLong && value != (int) value) {
            if (format != null) {
                problems.outOfFormat(path, format);
            }
            problems.written(path, written);
        }
        return value(value);
    }

    private void wrongType(JsonNode node, FieldPath path, Problems problems) {
        if (format == null || node.isTextual() || node.isArray() || node.isNull()) {
            problems.wrongType(path, "integer", node);
        } else {
            problems.wrongFormat(path, format, node.isNumber() ? "float64" : "");
        }
    }

    private Object value(long value) {
        if (isLong) {
            return value;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private static long nearest(BigDecimal number) {
        if (number.precision() - (long) number.scale() > MOST_DIGITS) {
            return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        BigInteger below = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
        return below.bitLength() < Long.SIZE ? below.longValue() : below.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /**
     * Returns the number if it was written as an integer: with digits only in JSON text; in YAML and in the maps of other
     * libraries {@code 80.0} is another way to write 80, and kubectl sends it so.
     */
    private static @Nullable BigInteger whole(JsonNode node, boolean ofJson) {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue();
        }
        BigDecimal number = node.decimalValue();
        return ofJson || !isWhole(number) || number.precision() - (long) number.scale() > MOST_DIGITS
                ? null
                : number.toBigInteger();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || number.scale() <= 0
                || number.stripTrailingZeros().scale() <= 0;
    }

    /** Returns the number with the digits that a double holds; as it is if it is too large for one. */
    private static BigDecimal asFloat(JsonNode node) {
        double value = node.doubleValue();
        return Double.isInfinite(value) ? node.decimalValue() : BigDecimal.valueOf(value);
    }
}
