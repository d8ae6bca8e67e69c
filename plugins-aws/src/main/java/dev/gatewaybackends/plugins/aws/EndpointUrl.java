// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The parts of an endpoint URL, taken apart as Go's {@code net/url} does, whose texts kgateway's errors quote.
 *
 * @param tls whether the scheme is {@code https}
 * @param host the host without brackets; may be empty
 * @param port the text after the host's colon; empty if there is none
 * @param ignored the names of the parts that nothing reads, in their order; empty if there are none
 */
record EndpointUrl(boolean tls, String host, String port, String ignored) {
    private static final String SCHEME_END = "://";

    /** A URL that cannot be taken apart; the message is Go's, without any user information of the URL. */
    static final class MalformedException extends Exception {
        private final String problem;

        MalformedException(String url, String problem) {
            super("parse \"" + withoutUser(url) + "\": " + problem);
            this.problem = problem;
        }

        /** Returns what is wrong, without the URL. */
        String problem() {
            return problem;
        }
    }

    /** Takes a URL apart that has a scheme. */
    static EndpointUrl parse(String url) throws MalformedException {
        int hash = url.indexOf('#');
        String plain = hash < 0 ? url : url.substring(0, hash);
        int schemeEnd = plain.indexOf(SCHEME_END);
        if (schemeEnd <= 0) {
            throw new MalformedException(plain, "missing protocol scheme");
        }
        String rest = plain.substring(schemeEnd + SCHEME_END.length());
        int question = rest.indexOf('?');
        String beforeQuery = question < 0 ? rest : rest.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        String path = slash < 0 ? "" : beforeQuery.substring(slash);
        int at = authority.lastIndexOf('@');
        String hostAndPort = hostAndPort(authority.substring(at + 1), plain);
        if (at >= 0) {
            unescape(authority.substring(0, at), false, plain);
        }
        unescape(path, false, plain);
        if (hash >= 0) {
            unescape(url.substring(hash + 1), false, url);
        }
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon >= 0 && !hostAndPort.endsWith("]");
        String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new EndpointUrl(
                plain.startsWith("https" + SCHEME_END),
                host,
                hasPort ? hostAndPort.substring(colon + 1) : "",
                ignored(at >= 0, path.length() > 1, question >= 0, hash >= 0));
    }

    private static String ignored(boolean user, boolean path, boolean query, boolean fragment) {
        StringBuilder parts = new StringBuilder();
        append(parts, user, "user");
        append(parts, path, "path");
        append(parts, query, "query");
        append(parts, fragment, "fragment");
        return parts.toString();
    }

    private static void append(StringBuilder parts, boolean there, String name) {
        if (there) {
            parts.append(parts.isEmpty() ? "" : ", ").append(name);
        }
    }

    private static String hostAndPort(String text, String url) throws MalformedException {
        int from = 0;
        if (text.startsWith("[")) {
            from = text.indexOf(']') + 1;
            if (from == 0) {
                throw new MalformedException(url, "missing ']' in host");
            }
        }
        int colon = text.indexOf(':', from);
        String port = from > 0 && colon != from ? text.substring(from) : colon < 0 ? "" : text.substring(colon);
        if (!port.isEmpty() && !isPort(port)) {
            throw new MalformedException(url, "invalid port \"" + port + "\" after host");
        }
        return unescape(text, true, url);
    }

    private static boolean isPort(String text) {
        return text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** In a host only the bytes of characters outside ASCII, and the percent sign, may be escaped. */
    private static String unescape(String text, boolean inHost, String url) throws MalformedException {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i++) {
            if (all[i] != '%') {
                bytes.write(all[i]);
                continue;
            }
            int high = i + 2 < all.length ? Character.digit(all[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(all[i + 2], 16);
            int value = high * 16 + low;
            if (low < 0 || (inHost && high < 8 && value != '%')) {
                int end = Math.min(all.length, i + 3);
                throw new MalformedException(
                        url, "invalid URL escape \"" + new String(all, i, end - i, StandardCharsets.UTF_8) + "\"");
            }
            bytes.write(value);
            i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** User information may hold a password. */
    private static String withoutUser(String url) {
        int schemeEnd = url.indexOf(SCHEME_END);
        int at = url.lastIndexOf('@');
        return schemeEnd < 0 || at < 0
                ? url
                : url.substring(0, schemeEnd + SCHEME_END.length()) + "..." + url.substring(at);
    }
}
