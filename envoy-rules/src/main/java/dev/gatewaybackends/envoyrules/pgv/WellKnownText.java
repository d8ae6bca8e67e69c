// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

/** The text formats that rules refer to by name, such as {@code email}. */
final class WellKnownText {
    private static final int MAX_HOSTNAME = 253;
    private static final int MAX_LABEL = 63;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_EMAIL_LOCAL = 64;
    private static final int UUID_LENGTH = 36;
    private static final String URI_PUNCTUATION = "-._~:/?#[]@!$&'()*+,;=%";
    private static final String EMAIL_PUNCTUATION = "!#$%&'*+-/=?^_`{|}~";
    // The published pattern of header names has the range "+-.", which lets the comma in.
    private static final String HEADER_PUNCTUATION = "!#$%&'*+,-.^_|~`";

    private WellKnownText() {}

    static boolean isHeaderName(byte[] bytes, int from, int length) {
        int start = length > 0 && bytes[from] == ':' ? 1 : 0;
        for (int at = from + start; at < from + length; at++) {
            if (!isAlphanumeric(bytes[at]) && HEADER_PUNCTUATION.indexOf(bytes[at]) < 0) {
                return false;
            }
        }
        return length > start;
    }

    static boolean isHeaderValue(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            byte b = bytes[at];
            if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    static boolean isHeaderText(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (bytes[at] == 0 || bytes[at] == '\n' || bytes[at] == '\r') {
                return false;
            }
        }
        return true;
    }

    static boolean isHostname(String text) {
        if (text.length() > MAX_HOSTNAME) {
            return false;
        }
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            if (!label.chars().allMatch(c -> c == '-' || isAlphanumeric(c))) {
                return false;
            }
        }
        return true;
    }

    static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.length() <= MAX_EMAIL
                && at <= MAX_EMAIL_LOCAL
                && isEmailLocal(text.substring(0, at))
                && isHostname(text.substring(at + 1));
    }

    private static boolean isEmailLocal(String local) {
        if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
            return isQuoted(local.substring(1, local.length() - 1));
        }
        for (String atom : local.split("\\.", -1)) {
            if (atom.isEmpty() || !atom.chars().allMatch(c -> isAlphanumeric(c) || EMAIL_PUNCTUATION.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuoted(String content) {
        for (int at = 0; at < content.length(); at++) {
            char c = content.charAt(at);
            if (c == '\\') {
                at++;
            }
            if (c == '"' || c < ' ' || c > '~' || at == content.length()) {
                return false;
            }
        }
        return true;
    }

    static boolean isUri(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || !isAlphabetic(text.charAt(0))) {
            return false;
        }
        return text.chars().limit(colon).allMatch(c -> isAlphanumeric(c) || c == '+' || c == '-' || c == '.')
                && isUriReference(text);
    }

    static boolean isUriReference(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isAlphanumeric(c) && URI_PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
            if (c == '%' && (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2)))) {
                return false;
            }
        }
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        boolean firstSegmentHasColon = colon >= 0 && (slash < 0 || colon < slash);
        return !firstSegmentHasColon || isAlphabetic(text.isEmpty() ? ' ' : text.charAt(0));
    }

    static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int at = 0; at < UUID_LENGTH; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            if (dash ? text.charAt(at) != '-' : !isHex(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphabetic(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isAlphanumeric(int c) {
        return isAlphabetic(c) || (c >= '0' && c <= '9');
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
