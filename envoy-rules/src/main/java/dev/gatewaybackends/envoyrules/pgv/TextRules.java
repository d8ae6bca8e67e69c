// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import com.google.protobuf.ByteString;
import dev.gatewaybackends.constraints.CrdPattern;
import dev.gatewaybackends.constraints.IpAddressText;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code StringRules} and {@code BytesRules}. */
final class TextRules {
    private static final int HEADER_NAME = 1;
    private static final int HEADER_VALUE = 2;

    private TextRules() {}

    /** Returns the check of a string, null when there is nothing to check. */
    static @Nullable TextCheck ofString(RuleFields rules) {
        TextCheck.Builder check = new TextCheck.Builder(true, rules.flag(PgvFields.STRING_IGNORE_EMPTY))
                .characters(
                        rules.count(PgvFields.STRING_LEN),
                        rules.count(PgvFields.STRING_MIN_LEN),
                        rules.count(PgvFields.STRING_MAX_LEN))
                .bytes(
                        rules.count(PgvFields.STRING_LEN_BYTES),
                        rules.count(PgvFields.STRING_MIN_BYTES),
                        rules.count(PgvFields.STRING_MAX_BYTES));
        constant(check, rules, PgvFields.STRING_CONST);
        pattern(check, rules, PgvFields.STRING_PATTERN);
        parts(check, rules, PgvFields.STRING_PREFIX, PgvFields.STRING_SUFFIX, PgvFields.STRING_CONTAINS);
        if (rules.has(PgvFields.STRING_NOT_CONTAINS)) {
            ByteString part = rules.bytes(PgvFields.STRING_NOT_CONTAINS);
            check.contents((b, f, l) -> indexOf(b, f, l, part) < 0, "must not contain " + quoted(part));
        }
        sets(
                check,
                rules,
                PgvFields.STRING_IN,
                PgvFields.STRING_NOT_IN,
                "none of " + String.join(", ", rules.texts(PgvFields.STRING_IN)));
        wellKnown(check, rules);
        return check.build();
    }

    /** Returns the check of bytes, null when there is nothing to check. */
    static @Nullable TextCheck ofBytes(RuleFields rules) {
        TextCheck.Builder check = new TextCheck.Builder(false, rules.flag(PgvFields.BYTES_IGNORE_EMPTY))
                .bytes(
                        rules.count(PgvFields.BYTES_LEN),
                        rules.count(PgvFields.BYTES_MIN_LEN),
                        rules.count(PgvFields.BYTES_MAX_LEN));
        constant(check, rules, PgvFields.BYTES_CONST);
        pattern(check, rules, PgvFields.BYTES_PATTERN);
        parts(check, rules, PgvFields.BYTES_PREFIX, PgvFields.BYTES_SUFFIX, PgvFields.BYTES_CONTAINS);
        sets(
                check,
                rules,
                PgvFields.BYTES_IN,
                PgvFields.BYTES_NOT_IN,
                "none of the " + rules.contents(PgvFields.BYTES_IN).size() + " values allowed");
        if (rules.flag(PgvFields.BYTES_IP)) {
            check.contents((b, f, l) -> l == 4 || l == 16, "4 or 16 required for an IP address");
        }
        if (rules.flag(PgvFields.BYTES_IPV4)) {
            check.contents((b, f, l) -> l == 4, "4 required for an IPv4 address");
        }
        if (rules.flag(PgvFields.BYTES_IPV6)) {
            check.contents((b, f, l) -> l == 16, "16 required for an IPv6 address");
        }
        return check.build();
    }

    private static void constant(TextCheck.Builder check, RuleFields rules, int number) {
        if (rules.has(number)) {
            ByteString only = rules.bytes(number);
            check.contents((b, f, l) -> only.equals(ByteString.copyFrom(b, f, l)), "not the only value allowed");
        }
    }

    private static void pattern(TextCheck.Builder check, RuleFields rules, int number) {
        if (rules.has(number)) {
            String pattern = rules.text(number);
            check.string(search(pattern), "not matching " + pattern);
        }
    }

    /** Returns the search for a pattern. An unsupported pattern matches nothing, so that no value passes unchecked. */
    static Predicate<String> search(String pattern) {
        try {
            return CrdPattern.compile(pattern)::foundIn;
        } catch (IllegalArgumentException e) {
            return text -> false;
        }
    }

    private static void parts(TextCheck.Builder check, RuleFields rules, int prefix, int suffix, int contains) {
        if (rules.has(prefix)) {
            ByteString part = rules.bytes(prefix);
            check.contents((b, f, l) -> matchesAt(b, f, l, 0, part), "must start with " + quoted(part));
        }
        if (rules.has(suffix)) {
            ByteString part = rules.bytes(suffix);
            check.contents((b, f, l) -> matchesAt(b, f, l, l - part.size(), part), "must end with " + quoted(part));
        }
        if (rules.has(contains)) {
            ByteString part = rules.bytes(contains);
            check.contents((b, f, l) -> indexOf(b, f, l, part) >= 0, "must contain " + quoted(part));
        }
    }

    private static void sets(TextCheck.Builder check, RuleFields rules, int in, int notIn, String wanted) {
        List<ByteString> allowed = rules.contents(in);
        if (!allowed.isEmpty()) {
            Set<ByteString> values = Set.copyOf(allowed);
            check.contents((b, f, l) -> values.contains(ByteString.copyFrom(b, f, l)), wanted);
        }
        List<ByteString> refused = rules.contents(notIn);
        if (!refused.isEmpty()) {
            Set<ByteString> values = Set.copyOf(refused);
            check.contents((b, f, l) -> !values.contains(ByteString.copyFrom(b, f, l)), "a value that is not allowed");
        }
    }

    private static void wellKnown(TextCheck.Builder check, RuleFields rules) {
        if (rules.flag(PgvFields.STRING_EMAIL)) {
            check.string(WellKnownText::isEmail, "not an email address");
        }
        if (rules.flag(PgvFields.STRING_HOSTNAME)) {
            check.string(WellKnownText::isHostname, "not a host name");
        }
        if (rules.flag(PgvFields.STRING_IP)) {
            check.string(TextRules::isPlainIp, "not an IP address");
        }
        if (rules.flag(PgvFields.STRING_IPV4)) {
            check.string(IpAddressText::isIpv4, "not an IPv4 address");
        }
        if (rules.flag(PgvFields.STRING_IPV6)) {
            check.string(text -> IpAddressText.isIpv6(text) && isPlainIp(text), "not an IPv6 address");
        }
        if (rules.flag(PgvFields.STRING_URI)) {
            check.string(WellKnownText::isUri, "not an absolute URI");
        }
        if (rules.flag(PgvFields.STRING_URI_REF)) {
            check.string(WellKnownText::isUriReference, "not a URI reference");
        }
        if (rules.flag(PgvFields.STRING_ADDRESS)) {
            check.string(text -> isPlainIp(text) || WellKnownText.isHostname(text), "not a host name or IP address");
        }
        if (rules.flag(PgvFields.STRING_UUID)) {
            check.string(WellKnownText::isUuid, "not a UUID");
        }
        boolean strict = rules.flag(PgvFields.STRING_STRICT, true);
        if (rules.count(PgvFields.STRING_WELL_KNOWN_REGEX) == HEADER_NAME) {
            check.contents(
                    strict ? WellKnownText::isHeaderName : WellKnownText::isHeaderText, "not an HTTP header name");
        } else if (rules.count(PgvFields.STRING_WELL_KNOWN_REGEX) == HEADER_VALUE) {
            check.contents(
                    strict ? WellKnownText::isHeaderValue : WellKnownText::isHeaderText, "not an HTTP header value");
        }
    }

    /** Returns whether the text is an address without a zone, which is what the rules mean. */
    private static boolean isPlainIp(String text) {
        return text.indexOf('%') < 0 && IpAddressText.isIp(text);
    }

    private static String quoted(ByteString part) {
        return part.isValidUtf8() ? "\"" + part.toStringUtf8() + "\"" : "certain bytes";
    }

    private static int indexOf(byte[] bytes, int from, int length, ByteString part) {
        for (int at = 0; at <= length - part.size(); at++) {
            if (matchesAt(bytes, from, length, at, part)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matchesAt(byte[] bytes, int from, int length, int at, ByteString part) {
        if (at < 0 || at + part.size() > length) {
            return false;
        }
        for (int i = 0; i < part.size(); i++) {
            if (bytes[from + at + i] != part.byteAt(i)) {
                return false;
            }
        }
        return true;
    }
}
