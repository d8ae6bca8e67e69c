// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads IP addresses as Go does, which no longer takes leading zeros, or as the API server did and does in one place. */
final class IpText {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String GROUP = "[0-9a-fA-F]{1,4}";
    private static final IpText STRICT = new IpText(BYTE, GROUP);
    private static final IpText LENIENT = new IpText("0*" + BYTE, "0*" + GROUP);
    private static final int GROUPS = 8;
    private static final int V4_PREFIX = 5;

    private final Pattern v4;
    private final Pattern group;

    private IpText(String octet, String group) {
        this.v4 = Pattern.compile(octet + "(?:\\." + octet + "){3}");
        this.group = Pattern.compile(group);
    }

    /** Returns whether it has the format {@code ipv4} of a schema: IPv6 that ends in IPv4 does, too. */
    static boolean hasFormatIpv4(String text) {
        return text.contains(".")
                && (LENIENT.v4.matches(text) || LENIENT.v6(text).isPresent());
    }

    /** Returns whether it has the format {@code ipv6} of a schema. */
    static boolean hasFormatIpv6(String text) {
        return STRICT.v6(text).isPresent();
    }

    /** Returns whether the CEL library takes it for an address: it refuses IPv4 in the form of IPv6. */
    static boolean isIp(String text) {
        return STRICT.v4.matches(text)
                || STRICT.v6(text).filter(groups -> !isV4InV6(groups)).isPresent();
    }

    private static boolean isV4InV6(List<Integer> groups) {
        return groups.get(V4_PREFIX) == 0xffff
                && groups.subList(0, V4_PREFIX).stream().allMatch(group -> group == 0);
    }

    /** Returns the eight groups; empty if the text is no IPv6 address. */
    private Optional<List<Integer>> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true).filter(groups -> groups.size() == GROUPS);
        }
        Optional<List<Integer>> head = groups(text.substring(0, gap), false);
        Optional<List<Integer>> tail = groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = GROUPS - head.get().size() - tail.get().size();
        List<Integer> groups = new ArrayList<>(head.get());
        for (int i = 0; i < missing; i++) {
            groups.add(0);
        }
        groups.addAll(tail.get());
        return missing > 0 ? Optional.of(groups) : Optional.empty();
    }

    private Optional<List<Integer>> groups(String text, boolean mayEndInV4) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (group.matches(parts[i])) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else if (mayEndInV4 && i == parts.length - 1 && v4.matches(parts[i])) {
                String[] octets = parts[i].split("\\.", -1);
                groups.add(Integer.parseInt(octets[0]) * 256 + Integer.parseInt(octets[1]));
                groups.add(Integer.parseInt(octets[2]) * 256 + Integer.parseInt(octets[3]));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }
}
