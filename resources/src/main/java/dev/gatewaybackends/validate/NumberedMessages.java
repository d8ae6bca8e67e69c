// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives every violation a message of its own. Thread-safe.
 *
 * <p>The provider collects violations in a hash set, and those of the items of one list often have the same hash apart from
 * the message: with equal messages a long list of bad items would take quadratic time. These messages are not shown, the texts
 * are in {@link ConstraintMessages}.
 */
final class NumberedMessages implements MessageInterpolator {
    private final AtomicLong count = new AtomicLong();

    @Override
    public String interpolate(String messageTemplate, Context context) {
        return Long.toString(count.incrementAndGet());
    }

    @Override
    public String interpolate(String messageTemplate, Context context, Locale locale) {
        return interpolate(messageTemplate, context);
    }
}
