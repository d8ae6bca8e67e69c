// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work on one resource so that a mistake in it, a plugin's or our own, costs only that resource.
 *
 * <p>A mistake becomes an error of the reason {@link Reason#INTERNAL} with the class of the exception. The text of the
 * exception is left out, because it may hold anything, credentials included.
 */
public final class Guard {
    private Guard() {}

    /**
     * Returns the result of the work; null if it returned null or failed, which is reported at the reporter's root.
     *
     * @param failure what did not work, e.g. {@code com.example.QueuePlugin failed to validate it}
     */
    public static <T> @Nullable T call(String failure, Reporter reporter, Supplier<? extends @Nullable T> work) {
        try {
            return work.get();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            reporter.error(
                    reporter.root(),
                    Reason.INTERNAL,
                    failure + ": " + e.getClass().getName());
            return null;
        }
    }
}
