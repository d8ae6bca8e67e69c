// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.gatewayapi.scalar.DurationFormat;
import java.time.Duration;
import java.util.function.Predicate;

/** CEL rules for the times of an XBackendTrafficPolicy. As in CEL, a text that is not a duration breaks the rules. */
final class RetryRules {
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryRules() {}

    /** An interval is at least a second and at most an hour. */
    static final class SecondToHour implements Predicate<String> {
        @Override
        public boolean test(String interval) {
            Duration value = DurationFormat.parseAsCel(interval);
            return value != null && value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(LONGEST) <= 0;
        }
    }

    /** An interval is at most an hour, and not zero. */
    static final class UpToHour implements Predicate<String> {
        @Override
        public boolean test(String interval) {
            Duration value = DurationFormat.parseAsCel(interval);
            return value != null && !value.isZero() && value.compareTo(LONGEST) <= 0;
        }
    }
}
