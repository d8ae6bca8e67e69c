// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import org.jspecify.annotations.Nullable;

/** The range of ports, which several CRDs do not check. */
public final class Ports {
    /** The highest port. */
    public static final int MAX = 65_535;

    private Ports() {}

    /** Returns whether a number is a port that can be connected to. */
    public static boolean isPort(int number) {
        return number >= 1 && number <= MAX;
    }

    /** Returns what is wrong with a port, as a phrase for a diagnostic; null if nothing is. */
    public static @Nullable String problem(int number) {
        return isPort(number) ? null : invalid(String.valueOf(number));
    }

    /** Returns that a text is no port, as a phrase for a diagnostic. */
    public static String invalid(String text) {
        return text + " is not a valid port (expected: 1 to " + MAX + ")";
    }
}
