// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.spi.envoy.IpAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** IP addresses as Envoy prints those of a certificate: IPv6 in the short form of RFC 5952. */
final class CanonicalIp {
    private static final int GROUPS = 8;

    private CanonicalIp() {}

    static String of(String ip) {
        if (!IpAddresses.isIpv6(ip)) {
            return ip;
        }
        int zone = ip.indexOf('%');
        byte[] bytes = bytes(zone < 0 ? ip : ip.substring(0, zone));
        if (bytes.length != GROUPS * 2) {
            // An IPv4 address in IPv6 form.
            return ip;
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF);
        }
        return text(groups);
    }

    private static byte[] bytes(String literal) {
        try {
            // A literal is never looked up.
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address", e);
        }
    }

    private static String text(int[] groups) {
        int gap = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                gap = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
