// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

/** Checks the two notations of IP addresses that the API server accepts: one in schemas, a stricter one in CEL. */
public final class IpAddressText {
    private static final int GROUPS = 8;
    private static final int OCTETS = 4;
    private static final int MAX_DIGITS = 4;

    private IpAddressText() {}

    /**
     * Returns whether a text has the format {@code ipv4} or {@code ipv6} of a schema.
     *
     * <p>In the dotted notation, numbers may have leading zeros.
     */
    public static boolean isSchemaFormat(String text) {
        return (text.indexOf('.') >= 0 && new Scanner(text, false).isAddress()) || new Scanner(text, true).isAddress();
    }

    /** Returns whether CEL's {@code isIP()} holds: no leading zeros in IPv4, and no IPv4 address mapped to IPv6. */
    public static boolean isCelIp(String text) {
        Scanner scanner = new Scanner(text, true);
        return scanner.isAddress() && !scanner.mapsIpv4();
    }

    /** Returns whether {@link #isIpv4} or {@link #isIpv6} holds. */
    public static boolean isIp(String text) {
        return isIpv4(text) || isIpv6(text);
    }

    /** Returns whether a text is an IPv4 address as Envoy takes it: four decimal numbers without leading zeros. */
    public static boolean isIpv4(String text) {
        return new Scanner(text, true).ipv4() >= 0;
    }

    /** Returns whether a text is an IPv6 address as Envoy takes it: RFC 4291 text, with an optional zone ({@code %eth0}). */
    public static boolean isIpv6(String text) {
        int zone = text.indexOf('%');
        if (zone >= 0 && zone == text.length() - 1) {
            return false;
        }
        return new Scanner(zone < 0 ? text : text.substring(0, zone), true).ipv6();
    }

    /** Reads one text from left to right. */
    private static final class Scanner {
        private final String text;
        private final boolean strict;
        private final int[] groups = new int[GROUPS];
        private int count;
        private int gap = -1;
        private int at;

        Scanner(String text, boolean strict) {
            this.text = text;
            this.strict = strict;
        }

        boolean isAddress() {
            int dot = text.indexOf('.');
            int colon = text.indexOf(':');
            boolean colonFirst = colon >= 0 && (dot < 0 || colon < dot);
            return colonFirst ? ipv6() : ipv4() >= 0;
        }

        /** Returns whether the text is of the form {@code ::ffff:1.2.3.4}, in whatever notation. */
        boolean mapsIpv4() {
            if (text.indexOf(':') < 0) {
                return false;
            }
            int[] full = new int[GROUPS];
            int before = gap < 0 ? count : gap;
            System.arraycopy(groups, 0, full, 0, before);
            System.arraycopy(groups, before, full, GROUPS - (count - before), count - before);
            for (int i = 0; i < 5; i++) {
                if (full[i] != 0) {
                    return false;
                }
            }
            return full[5] == 0xffff;
        }

        /** Reads four octets up to the end; returns their value or -1. */
        private long ipv4() {
            long value = 0;
            for (int i = 0; i < OCTETS; i++) {
                if (i > 0 && !skip('.')) {
                    return -1;
                }
                int start = at;
                int octet = number(10, 0xff);
                if (octet < 0 || (strict && at - start > 1 && text.charAt(start) == '0')) {
                    return -1;
                }
                value = value << 8 | octet;
            }
            return at == text.length() ? value : -1;
        }

        private boolean ipv6() {
            if (text.startsWith("::")) {
                gap = 0;
                at = 2;
            }
            while (at < text.length() && count < GROUPS) {
                int start = at;
                int group = number(16, 0xffff);
                if (at < text.length() && text.charAt(at) == '.') {
                    at = start;
                    return embeddedIpv4();
                }
                if (group < 0) {
                    return false;
                }
                groups[count++] = group;
                if (at == text.length()) {
                    break;
                }
                if (!skip(':') || at == text.length()) {
                    return false;
                }
                if (skip(':')) {
                    if (gap >= 0) {
                        return false;
                    }
                    gap = count;
                }
            }
            return at == text.length() && isComplete();
        }

        private boolean embeddedIpv4() {
            if (count > GROUPS - 2 || (gap < 0 && count != GROUPS - 2)) {
                return false;
            }
            long value = ipv4();
            if (value < 0) {
                return false;
            }
            groups[count++] = (int) (value >> 16);
            groups[count++] = (int) (value & 0xffff);
            return isComplete();
        }

        /** A gap stands for at least one group. */
        private boolean isComplete() {
            return gap < 0 ? count == GROUPS : count < GROUPS;
        }

        private boolean skip(char expected) {
            boolean found = at < text.length() && text.charAt(at) == expected;
            at += found ? 1 : 0;
            return found;
        }

        /** Reads a number; returns -1 if there is none, or if it is too great or too long. */
        private int number(int radix, int max) {
            int value = 0;
            int start = at;
            while (at < text.length() && text.charAt(at) < 128) {
                int digit = Character.digit(text.charAt(at), radix);
                if (digit < 0) {
                    break;
                }
                value = value * radix + digit;
                at++;
                if (value > max || (strict && at - start > MAX_DIGITS)) {
                    return -1;
                }
            }
            return at == start ? -1 : value;
        }
    }
}
