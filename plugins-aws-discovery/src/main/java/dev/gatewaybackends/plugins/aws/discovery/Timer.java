// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something later. */
interface Timer extends AutoCloseable {
    /**
     * Does something after a delay, unless the timer is closed before.
     *
     * @return calls it off
     */
    Runnable after(Duration delay, Runnable action);

    @Override
    void close();

    /** Returns a timer with one daemon thread. */
    static Timer start() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, DaemonThreads.named("ec2-discovery-timer"));
        executor.setRemoveOnCancelPolicy(true);
        return new Timer() {
            @Override
            public Runnable after(Duration delay, Runnable action) {
                Future<?> task = executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> task.cancel(false);
            }

            @Override
            public void close() {
                executor.shutdownNow();
            }
        };
    }
}
