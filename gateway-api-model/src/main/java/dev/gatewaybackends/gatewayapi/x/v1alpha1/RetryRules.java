// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.gatewayapi.scalar.DurationFormat;
import java.time.Duration;
import java.util.function.Predicate;

/** What holds for the times of an XBackendTrafficPolicy. As in CEL, texts that are no durations break the rules. */
final class RetryRules {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryRules() {}

    /** An interval is a second at least and an hour at most. */
    static final class SecondToHour implements Predicate<String> {
        @Override
        public boolean test(String interval) {
            Duration value = DurationFormat.parseAsCel(interval);
            return value != null && value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(LONGEST) <= 0;
        }
    }

    /** An interval is an hour at most, and not zero. */
    static final class UpToHour implements Predicate<String> {
        @Override
        public boolean test(String interval) {
            Duration value = DurationFormat.parseAsCel(interval);
            return value != null && !value.isZero() && value.compareTo(LONGEST) <= 0;
        }
    }
}
