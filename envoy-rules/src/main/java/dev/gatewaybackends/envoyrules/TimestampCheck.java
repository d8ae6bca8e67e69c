// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules of a {@code google.protobuf.Timestamp}; a malformed one is refused first. */
final class TimestampCheck implements ContentCheck {
    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int NANOS = 1_000_000_000;

    private final Supplier<Instant> clock;
    private final @Nullable Instant only;
    private final @Nullable Instant lt;
    private final @Nullable Instant lte;
    private final @Nullable Instant gt;
    private final @Nullable Instant gte;
    private final boolean past;
    private final boolean future;
    private final @Nullable Duration within;

    TimestampCheck(RuleFields rules, Supplier<Instant> clock) {
        this.clock = clock;
        this.only = instant(rules, 2);
        this.lt = instant(rules, 3);
        this.lte = instant(rules, 4);
        this.gt = instant(rules, 5);
        this.gte = instant(rules, 6);
        this.past = rules.flag(7);
        this.future = rules.flag(8);
        RuleFields span = rules.child(9);
        this.within = rules.has(9) ? Duration.ofSeconds(span.number(1), span.number(2)) : null;
    }

    @Override
    public @Nullable String judge(byte[] bytes, int from, int length) throws IOException {
        SecondsAndNanos value = SecondsAndNanos.read(bytes, from, length);
        long seconds = value.seconds();
        int nanos = value.nanos();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return seconds + " seconds, must be from " + FIRST_SECOND + " to " + LAST_SECOND;
        }
        if (nanos < 0 || nanos >= NANOS) {
            return nanos + " nanoseconds, must be from 0 to less than " + NANOS;
        }
        return judge(Instant.ofEpochSecond(seconds, nanos));
    }

    private @Nullable String judge(Instant value) {
        if (only != null && !value.equals(only)) {
            return value + " is not " + only + ", the only value allowed";
        }
        String range = judgeRange(value);
        if (range != null) {
            return range;
        }
        if (!past && !future && within == null) {
            return null;
        }
        Instant now = clock.get();
        if (past && !value.isBefore(now)) {
            return value + " is not in the past";
        }
        if (future && !value.isAfter(now)) {
            return value + " is not in the future";
        }
        return within != null && Duration.between(now, value).abs().compareTo(within) > 0
                ? value + " is more than " + within.toSeconds() + "s from now"
                : null;
    }

    private @Nullable String judgeRange(Instant value) {
        String tooHigh = null;
        if (lt != null) {
            tooHigh = value.isBefore(lt) ? null : value + " is not before " + lt;
        } else if (lte != null) {
            tooHigh = value.isAfter(lte) ? value + " is after " + lte : null;
        }
        String tooLow = null;
        if (gt != null) {
            tooLow = value.isAfter(gt) ? null : value + " is not after " + gt;
        } else if (gte != null) {
            tooLow = value.isBefore(gte) ? value + " is before " + gte : null;
        }
        Instant high = lt != null ? lt : lte;
        Instant low = gt != null ? gt : gte;
        if (high != null && low != null && low.isAfter(high)) {
            return tooHigh != null && tooLow != null
                    ? value + " is between " + high + " and " + low + ", only times outside are allowed"
                    : null;
        }
        return tooLow != null ? tooLow : tooHigh;
    }

    private static @Nullable Instant instant(RuleFields rules, int number) {
        RuleFields time = rules.child(number);
        return rules.has(number) ? Instant.ofEpochSecond(time.number(1), time.number(2)) : null;
    }
}
