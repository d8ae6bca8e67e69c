// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Failure;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import dev.gatewaybackends.settings.MessageStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lists what is demanded, each scope for itself, and publishes every result as a new snapshot. Thread-safe.
 *
 * <p>A scope is listed by one attempt at a time. An attempt that ran out of time, or whose keys were replaced, is given up:
 * its thread is interrupted, and whatever it still brings is ignored.
 */
final class Listings implements AutoCloseable {
    /** What a discovery is built from; the parts belong to the {@link Listings} and are closed with it. */
    record Parts(ScopeLister.Factory listers, Timer timer, ThreadPoolExecutor workers, Changes changes) {}

    private static final System.Logger LOGGER = System.getLogger(Listings.class.getName());

    private final Parts parts;
    private final Duration interval;
    private final Duration timeout;
    private final MessageStyle style;
    private final Object lock = new Object();
    private final CountDownLatch synced = new CountDownLatch(1);

    private final Map<Ec2Scope, Group> groups = new LinkedHashMap<>();
    private Demand demand = Demand.NOTHING;
    /** What the first demand waits for; null before it. */
    private @Nullable Set<Ec2Scope> awaited;

    private boolean closed;
    private volatile Snapshot snapshot = Snapshot.EMPTY;

    Listings(Parts parts, Duration interval, Duration timeout, MessageStyle style) {
        this.parts = parts;
        this.interval = interval;
        this.timeout = timeout;
        this.style = style;
    }

    /** Starts the regular passes. */
    Listings start() {
        synchronized (lock) {
            parts.timer().after(interval, this::pass);
        }
        return this;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Waits until what was demanded first has a result; false if it has none. */
    boolean awaitFirst(long atMost, TimeUnit unit) throws InterruptedException {
        boolean over = synced.await(atMost, unit);
        synchronized (lock) {
            return over && awaited != null && awaited.isEmpty();
        }
    }

    /** Lists from now on what is demanded now, and at once what is new in it. */
    void demand(Demand next) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            Set<Group> due = new LinkedHashSet<>();
            Snapshot.Change change = snapshot.anew();
            retire(next);
            for (Target target : next.targets()) {
                regroup(target, change, due);
            }
            next.wishes().forEach((backend, wish) -> {
                change.state(backend, state(backend, wish, change.listing(wish.scope())));
                Group group = groups.get(wish.scope());
                if (group != null) {
                    group.backends.add(backend);
                    if (!wish.equals(demand.wishes().get(backend))) {
                        due.add(group);
                    }
                }
            });
            demand = next;
            snapshot = change.done();
            if (awaited == null) {
                awaited = new HashSet<>(groups.keySet());
            }
            awaited.removeIf(scope -> !groups.containsKey(scope) || snapshot.listing(scope) != null);
            releaseIfSynced();
            due.forEach(this::list);
        }
    }

    private Ec2State state(ResourceKey backend, Demand.Wish wish, @Nullable Ec2Listing listing) {
        Ec2State before = snapshot.previous(backend);
        boolean same =
                wish.equals(demand.wishes().get(backend)) && Objects.equals(listing, snapshot.listing(wish.scope()));
        return before != null && same ? before : Ec2State.next(before, wish.selection(), listing);
    }

    private void retire(Demand next) {
        groups.values().removeIf(group -> {
            Target target = next.target(group.target.scope());
            if (target == null) {
                group.end();
                return true;
            }
            group.backends.clear();
            return false;
        });
    }

    private void regroup(Target target, Snapshot.Change change, Set<Group> due) {
        Ec2Scope scope = target.scope();
        Group group = groups.get(scope);
        Ec2Listing known = snapshot.listing(scope);
        if (group == null || !group.target.sharesClientWith(target)) {
            if (group != null) {
                group.end();
            }
            Ec2Failure unusable =
                    target.keys() != null && !target.keys().isUsable() ? Ec2Failure.ofKeys(target.keys(), style) : null;
            group = new Group(target, unusable == null ? parts.listers().create(target) : null);
            groups.put(scope, group);
            due.add(group);
            known = unusable == null ? known : unusable;
        }
        if (known != null) {
            change.listing(scope, known);
        }
    }

    /** Lists everything. Scopes that ran out of time come last: however many hang, they keep no thread from the others. */
    private void pass() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            parts.timer().after(interval, this::pass);
            List<Group> last = new ArrayList<>();
            for (Group group : groups.values()) {
                if (group.lister == null || group.attempt != null) {
                    continue;
                }
                if (group.late) {
                    last.add(group);
                } else {
                    list(group);
                }
            }
            last.forEach(this::list);
        }
    }

    /** Starts an attempt, or remembers to start one after the attempt that is under way. */
    private void list(Group group) {
        if (group.lister == null) {
            return;
        }
        if (group.attempt != null) {
            group.again = true;
            return;
        }
        group.again = false;
        group.attempt = new Attempt(group, group.lister);
        parts.workers().execute(group.attempt);
    }

    private void expire(Attempt attempt) {
        synchronized (lock) {
            if (isCurrent(attempt)) {
                attempt.giveUp();
                attempt.group.late = true;
                conclude(attempt.group, tooLate());
            }
        }
    }

    private void finish(Attempt attempt, Ec2Listing listing) {
        synchronized (lock) {
            attempt.thread = null;
            if (isCurrent(attempt)) {
                attempt.callOffDeadline.run();
                attempt.group.late = false;
                conclude(attempt.group, listing);
            }
        }
    }

    /** Returns whether what an attempt brings still counts. */
    private boolean isCurrent(Attempt attempt) {
        return !closed && attempt.group.attempt == attempt;
    }

    private void conclude(Group group, Ec2Listing listing) {
        group.attempt = null;
        publish(group, listing);
        if (group.again) {
            list(group);
        }
    }

    private Ec2Failure tooLate() {
        return new Ec2Failure(
                Ec2Failure.Kind.DISCOVERY_ERROR,
                "listing the instances took longer than "
                        + timeout.toString().substring(2).toLowerCase(Locale.ROOT));
    }

    private void publish(Group group, Ec2Listing listing) {
        Ec2Scope scope = group.target.scope();
        LOGGER.log(System.Logger.Level.DEBUG, () -> scope + ": " + listing);
        Snapshot.Change change = snapshot.change();
        change.listing(scope, listing);
        Collection<ResourceKey> changed = new ArrayList<>();
        for (ResourceKey backend : group.backends) {
            Ec2State before = snapshot.previous(backend);
            Demand.Wish wish = demand.wishes().get(backend);
            if (wish != null) {
                Ec2State after = Ec2State.next(before, wish.selection(), listing);
                if (!after.equals(before)) {
                    change.state(backend, after);
                    changed.add(backend);
                }
            }
        }
        snapshot = change.done();
        parts.changes().add(changed);
        if (awaited != null && awaited.remove(scope)) {
            releaseIfSynced();
        }
    }

    private void releaseIfSynced() {
        if (awaited != null && awaited.isEmpty()) {
            synced.countDown();
        }
    }

    /** Ends everything without waiting for anything; what was published last stays. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            synced.countDown();
            parts.changes().close();
            groups.values().forEach(Group::end);
            groups.clear();
            parts.listers().close();
            parts.timer().close();
            parts.workers().shutdownNow();
        }
    }

    /** All Backends that share a listing. Guarded by the lock. */
    private static final class Group {
        final Target target;
        /** Null if the keys are of no use. */
        final @Nullable ScopeLister lister;

        final List<ResourceKey> backends = new ArrayList<>();

        @Nullable
        Attempt attempt;

        boolean again;
        boolean late;

        Group(Target target, @Nullable ScopeLister lister) {
            this.target = target;
            this.lister = lister;
        }

        void end() {
            if (attempt != null) {
                attempt.giveUp();
                attempt = null;
            }
            if (lister != null) {
                lister.close();
            }
        }
    }

    /** One listing of a group. Its fields are guarded by the lock. */
    private final class Attempt implements Runnable {
        private final Group group;
        private final ScopeLister lister;
        /** Set while it runs. */
        private @Nullable Thread thread;

        private Runnable callOffDeadline = () -> {};

        Attempt(Group group, ScopeLister lister) {
            this.group = group;
            this.lister = lister;
        }

        @Override
        public void run() {
            synchronized (lock) {
                if (closed || group.attempt != this) {
                    return;
                }
                thread = Thread.currentThread();
                // Not earlier: a listing that waits for a thread has not failed.
                callOffDeadline = parts.timer().after(timeout, () -> expire(this));
            }
            Ec2Listing listing = new Ec2Failure(Ec2Failure.Kind.DISCOVERY_ERROR, AwsFailures.UNEXPECTED);
            try {
                listing = lister.list();
            } finally {
                finish(this, listing);
                // An interrupt that came too late is not meant for what the thread does next.
                Thread.interrupted();
            }
        }

        void giveUp() {
            callOffDeadline.run();
            if (thread == null) {
                parts.workers().remove(this);
            } else {
                thread.interrupt();
            }
        }
    }
}
