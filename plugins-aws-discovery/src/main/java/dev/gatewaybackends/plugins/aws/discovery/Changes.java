// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.diagnostics.ResourceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Tells a listener which Backends changed: never two calls at once, and all that changed during a call in one more. */
final class Changes {
    private final Consumer<? super SortedSet<ResourceKey>> listener;
    private final ExecutorService executor;
    private SortedSet<ResourceKey> waiting = new TreeSet<>();
    private boolean closed;

    /**
     * Creates it.
     *
     * @param executor runs one thing after the other
     */
    Changes(Consumer<? super SortedSet<ResourceKey>> listener, ExecutorService executor) {
        this.listener = listener;
        this.executor = executor;
    }

    synchronized void add(Collection<ResourceKey> backends) {
        if (closed || backends.isEmpty()) {
            return;
        }
        if (waiting.isEmpty()) {
            executor.execute(this::tell);
        }
        waiting.addAll(backends);
    }

    private void tell() {
        SortedSet<ResourceKey> changed;
        synchronized (this) {
            if (closed) {
                return;
            }
            changed = Collections.unmodifiableSortedSet(waiting);
            waiting = new TreeSet<>();
        }
        try {
            listener.accept(changed);
        } catch (RuntimeException | Error e) {
            // A fault of the listener: shown the way its program shows such faults, and no reason to tell it nothing
            // more.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    synchronized void close() {
        closed = true;
        executor.shutdown();
    }
}
