// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a {@code google.protobuf.Duration}, after what Envoy demands of every duration, with or without rules: not
 * negative, well formed, and countable in nanoseconds.
 */
final class DurationCheck implements ContentCheck {
    private static final long NANOS = 1_000_000_000L;
    /** The smallest number of seconds that Envoy refuses as out of range. */
    private static final long TOO_MANY_SECONDS = Long.MAX_VALUE / NANOS;

    private final @Nullable NumberCheck rules;

    DurationCheck(RuleFields rules) {
        this.rules = NumberCheck.ofDuration(rules);
    }

    @Override
    public @Nullable String judge(byte[] bytes, int from, int length) throws IOException {
        SecondsAndNanos value = SecondsAndNanos.read(bytes, from, length);
        long seconds = value.seconds();
        int nanos = value.nanos();
        if (seconds < 0 || nanos < 0) {
            return seconds + " seconds and " + nanos + " nanoseconds, must not be negative";
        }
        if (seconds >= TOO_MANY_SECONDS) {
            return seconds + " seconds, must be less than " + TOO_MANY_SECONDS;
        }
        if (nanos >= NANOS) {
            return nanos + " nanoseconds, must be less than " + NANOS;
        }
        return rules == null ? null : rules.judge(seconds * NANOS + nanos);
    }
}
