// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Which texts may stand where in a request, and how they are written there. */
public final class HttpSyntax {
    private static final String HTTPS = "https://";
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String UNRESERVED_MARKS = "-._~";
    private static final String HEX = "0123456789ABCDEF";
    /** Headers that are no place for a credential, those that the filters hand to each other included. */
    private static final Set<String> OTHER_HEADERS = Set.of(
            "connection",
            "content-length",
            "host",
            "transfer-encoding",
            "upgrade",
            HandOverHeaders.PATH,
            HandOverHeaders.AUTHORITY,
            HandOverHeaders.VARIANT);

    private HttpSyntax() {}

    /** Returns a host without the scheme in front and the slash after it. */
    public static String withoutScheme(String endpoint) {
        String rest = endpoint.regionMatches(true, 0, HTTPS, 0, HTTPS.length())
                ? endpoint.substring(HTTPS.length())
                : endpoint;
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** Returns whether a text is part of a host name. */
    public static boolean isLabel(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
    }

    /** Returns whether a text stands in a path as it is. */
    public static boolean isSegment(String text) {
        return !text.isEmpty() && text.chars().allMatch(HttpSyntax::isUnreserved);
    }

    /** Returns whether a text may stand in a request line. */
    public static boolean isUriText(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    public static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Returns whether a header of this name may carry a credential. */
    public static boolean isHeaderName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0)
                && !OTHER_HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns a text as one segment of a path: all but the unreserved characters of RFC 3986 percent-encoded. */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(int c) {
        return isLetterOrDigit(c) || (c > 0 && UNRESERVED_MARKS.indexOf(c) >= 0);
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
