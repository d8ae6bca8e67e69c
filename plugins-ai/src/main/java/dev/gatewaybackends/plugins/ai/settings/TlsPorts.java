// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ports that speak TLS. Immutable. */
public final class TlsPorts {
    /** Port 443. */
    public static final TlsPorts HTTPS = of(443);
    /** Every port. */
    public static final TlsPorts ALL = new TlsPorts(null);
    /** No port. */
    public static final TlsPorts NONE = of();

    private static final int MAX_PORT = 65_535;

    private final @Nullable SortedSet<Integer> ports;

    private TlsPorts(@Nullable SortedSet<Integer> ports) {
        this.ports = ports;
    }

    /** Returns these ports. */
    public static TlsPorts of(int... ports) {
        SortedSet<Integer> sorted = new TreeSet<>();
        for (int port : ports) {
            if (port < 1 || port > MAX_PORT) {
                throw new IllegalArgumentException(port + " is not a port (expected: 1 to " + MAX_PORT + ")");
            }
            sorted.add(port);
        }
        return new TlsPorts(Collections.unmodifiableSortedSet(sorted));
    }

    /** Reads {@code 443,8443}, {@code all} or {@code none}. */
    public static TlsPorts parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        if (text.equals("none")) {
            return NONE;
        }
        String[] numbers = text.split(",", -1);
        int[] ports = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            String number = numbers[i].strip();
            if (number.isEmpty() || number.length() > 5 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no list of ports (expected: numbers separated by commas, all or none)");
            }
            ports[i] = Integer.parseInt(number);
        }
        return of(ports);
    }

    public boolean contains(int port) {
        return ports == null || ports.contains(port);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TlsPorts tls && toString().equals(tls.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns {@code 443,8443}, {@code all} or {@code none}. */
    @Override
    public String toString() {
        if (ports == null) {
            return "all";
        }
        return ports.isEmpty() ? "none" : ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
