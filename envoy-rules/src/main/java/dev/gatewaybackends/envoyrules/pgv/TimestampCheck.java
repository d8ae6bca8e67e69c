// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

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
        this.only = instant(rules, PgvFields.TIMESTAMP_CONST);
        this.lt = instant(rules, PgvFields.TIMESTAMP_LT);
        this.lte = instant(rules, PgvFields.TIMESTAMP_LTE);
        this.gt = instant(rules, PgvFields.TIMESTAMP_GT);
        this.gte = instant(rules, PgvFields.TIMESTAMP_GTE);
        this.past = rules.flag(PgvFields.TIMESTAMP_LT_NOW);
        this.future = rules.flag(PgvFields.TIMESTAMP_GT_NOW);
        RuleFields span = rules.child(PgvFields.TIMESTAMP_WITHIN);
        this.within = rules.has(PgvFields.TIMESTAMP_WITHIN)
                ? Duration.ofSeconds(span.number(PgvFields.SECONDS), span.number(PgvFields.NANOS))
                : null;
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
        return rules.has(number)
                ? Instant.ofEpochSecond(time.number(PgvFields.SECONDS), time.number(PgvFields.NANOS))
                : null;
    }
}
