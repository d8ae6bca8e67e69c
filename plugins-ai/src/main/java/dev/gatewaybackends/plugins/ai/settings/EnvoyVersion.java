// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.settings;

import org.jspecify.annotations.Nullable;

/** A release of Envoy, {@code 1.<minor>}. Immutable. */
public final class EnvoyVersion {
    private static final int OLDEST = 33;
    private static final int MAX_DIGITS = 3;
    private static final String PREFIX = "1.";

    private final int minor;

    private EnvoyVersion(int minor) {
        this.minor = minor;
    }

    /**
     * Returns release 1.{@code minor}.
     *
     * @throws IllegalArgumentException for one before 1.33, which lacks what every cluster needs
     */
    public static EnvoyVersion of(int minor) {
        if (minor < OLDEST) {
            throw new IllegalArgumentException(
                    "Envoy 1." + minor + " is too old (expected: 1." + OLDEST + " or later)");
        }
        return new EnvoyVersion(minor);
    }

    /** Reads {@code 1.37}. */
    public static EnvoyVersion parse(String text) {
        String digits = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a release of Envoy (expected: 1." + OLDEST + " or later)");
        }
        return of(Integer.parseInt(digits));
    }

    /** Returns whether this is 1.{@code other} or later. */
    public boolean isAtLeast(int other) {
        return minor >= other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnvoyVersion version && minor == version.minor;
    }

    @Override
    public int hashCode() {
        return minor;
    }

    /** Returns {@code 1.37}. */
    @Override
    public String toString() {
        return PREFIX + minor;
    }
}
