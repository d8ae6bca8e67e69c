// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a discovery: named, daemons, and no more than there is work for. */
final class DaemonThreads {
    private static final int IDLE_SECONDS = 10;

    private DaemonThreads() {}

    /** Returns a factory of threads that all have one name. */
    static ThreadFactory named(String name) {
        return work -> daemon(work, name);
    }

    /** Returns a pool of threads named {@code name-1} and so on, which end when they have been idle for a while. */
    static ThreadPoolExecutor pool(String name, int most) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, name + "-" + count.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
