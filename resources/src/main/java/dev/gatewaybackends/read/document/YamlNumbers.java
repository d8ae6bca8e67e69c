// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of numbers as Kubernetes' YAML parser reads them, see {@link KubernetesScalars}. */
public final class YamlNumbers {
    /** Longer numbers are refused, because parsing them takes quadratic time. */
    static final int MAX_DIGITS = 1_000;

    private YamlNumbers() {}

    /** Returns the number, or null where the text is none or too long. */
    public static @Nullable JsonNode integer(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return null;
        }
        if (text.length() < 10 && isDecimal(text)) {
            return IntNode.valueOf(Integer.parseInt(text));
        }
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        int radix = 10;
        if (digits.startsWith("0x")) {
            radix = 16;
            digits = digits.substring(2);
        } else if (digits.startsWith("0b")) {
            radix = 2;
            digits = digits.substring(2);
        } else if (digits.startsWith("0o")) {
            radix = 8;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
            digits = digits.substring(1);
        }
        if (digits.startsWith("-") || digits.startsWith("+")) {
            return null;
        }
        try {
            return number(new BigInteger((negative ? "-" : "") + digits, radix));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isDecimal(String text) {
        if (text.charAt(0) == '0') {
            return text.length() == 1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static JsonNode number(BigInteger value) {
        if (value.bitLength() < 32) {
            return IntNode.valueOf(value.intValue());
        }
        return value.bitLength() < 64 ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /** Returns the number, or null where the text is none or too long; infinities and not-a-number are no JSON. */
    public static @Nullable JsonNode floating(String text) {
        if (text.length() > MAX_DIGITS) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(text.replace("_", ""));
            double value = exact.doubleValue();
            return Double.isInfinite(value) ? DecimalNode.valueOf(exact) : DoubleNode.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
