// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import java.util.Objects;

/**
 * Decides which hosts are IP addresses: the one place that does, for plugins, policies and checks alike.
 *
 * <p>kgateway and Envoy agree on it. Four decimal numbers without leading zeros are IPv4; RFC 4291 text, with an optional
 * zone such as {@code %eth0}, is IPv6. Brackets, ports, prefix lengths and blanks make it a name.
 */
public final class IpAddresses {
    private static final int GROUPS = 8;
    private static final int MAX_OCTET = 255;

    private IpAddresses() {}

    /** Returns whether the text is an IPv4 or IPv6 address. */
    public static boolean isIp(String host) {
        Objects.requireNonNull(host, "host");
        return isIpv4(host, 0) || isIpv6(host);
    }

    /** Returns whether the text is an IPv4 address. */
    public static boolean isIpv4(String host) {
        return isIpv4(host, 0);
    }

    /** Returns whether the text is an IPv6 address, with or without a zone. */
    public static boolean isIpv6(String host) {
        int zone = host.indexOf('%');
        if (zone == host.length() - 1 && zone >= 0) {
            return false;
        }
        int end = zone < 0 ? host.length() : zone;
        int groups = 0;
        boolean gap = false;
        int at = 0;
        if (host.startsWith("::")) {
            gap = true;
            at = 2;
        }
        while (at < end) {
            if (groups == GROUPS) {
                return false;
            }
            int stop = hexEnd(host, at, end);
            if (stop < end && host.charAt(stop) == '.') {
                return isIpv4(host.substring(0, end), at) && complete(groups + 2, gap);
            }
            if (stop == at || stop - at > 4) {
                return false;
            }
            groups++;
            if (stop == end) {
                return complete(groups, gap);
            }
            if (host.charAt(stop) != ':' || stop + 1 == end) {
                return false;
            }
            at = stop + 1;
            if (host.charAt(at) == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                at++;
            }
        }
        return gap && groups < GROUPS;
    }

    private static boolean complete(int groups, boolean gap) {
        return gap ? groups < GROUPS : groups == GROUPS;
    }

    private static int hexEnd(String text, int from, int end) {
        int at = from;
        while (at < end && isHex(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isIpv4(String text, int from) {
        int at = from;
        for (int octet = 0; octet < 4; octet++) {
            if (octet > 0) {
                if (at == text.length() || text.charAt(at) != '.') {
                    return false;
                }
                at++;
            }
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + (text.charAt(at) - '0');
                at++;
            }
            if (at == start || value > MAX_OCTET || (at - start > 1 && text.charAt(start) == '0')) {
                return false;
            }
        }
        return at == text.length();
    }
}
