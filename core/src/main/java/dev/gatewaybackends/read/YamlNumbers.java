// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The numbers of YAML 1.1 as Kubernetes' parser reads them: no sexagesimal notation, exponents without a dot allowed. */
final class YamlNumbers {
    /** Longer texts are strings: nobody writes such numbers, and parsing them costs quadratic time. */
    private static final int MAX_DIGITS = 1_000;

    private YamlNumbers() {}

    /** Returns the number, or null where the text is a string after all. */
    static @Nullable JsonNode integer(String text) {
        if (text.length() > MAX_DIGITS) {
            return null;
        }
        if (text.length() < 10 && isDecimal(text)) {
            return IntNode.valueOf(Integer.parseInt(text));
        }
        String digits = text.replace("_", "");
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
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            radix = 8;
            digits = digits.substring(1);
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

    /** Returns whether the text is a JSON number with an exponent and no dot, which SnakeYAML calls a string. */
    static boolean isJsonFloat(String text) {
        int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = i;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        if (i == digits || i >= text.length() || (text.charAt(i) | 0x20) != 'e' || text.length() > MAX_DIGITS) {
            return false;
        }
        i++;
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int exponent = i;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i == text.length() && i > exponent;
    }

    /** Returns the number, or null where the text is a string after all; infinities and not-a-number are no JSON. */
    static @Nullable JsonNode floating(String text) {
        if (text.length() > MAX_DIGITS || text.indexOf(':') >= 0) {
            return null;
        }
        String plain = text.replace("_", "");
        try {
            BigDecimal exact = new BigDecimal(plain);
            double value = exact.doubleValue();
            return Double.isInfinite(value) ? DecimalNode.valueOf(exact) : DoubleNode.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
