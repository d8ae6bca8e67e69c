// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time passes when a test says so. */
final class ManualTimer implements Timer {
    private record Entry(Duration due, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Entry entry = new Entry(now.plus(delay), action);
        entries.add(entry);
        return () -> callOff(entry);
    }

    private synchronized void callOff(Entry entry) {
        entries.remove(entry);
    }

    /** Lets time pass and does what is due, in order. */
    void pass(Duration time) {
        Duration end = now().plus(time);
        for (Entry next = next(end); next != null; next = next(end)) {
            next.action().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Duration now() {
        return now;
    }

    private synchronized Entry next(Duration end) {
        Entry first = null;
        for (Entry entry : entries) {
            if (entry.due().compareTo(end) <= 0 && (first == null || entry.due().compareTo(first.due()) < 0)) {
                first = entry;
            }
        }
        if (first != null) {
            entries.remove(first);
            now = first.due();
        }
        return first;
    }

    synchronized int size() {
        return entries.size();
    }

    @Override
    public synchronized void close() {
        entries.clear();
    }
}
