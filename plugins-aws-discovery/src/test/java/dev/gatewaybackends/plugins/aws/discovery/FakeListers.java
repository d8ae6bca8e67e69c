// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.ec2.Ec2Failure;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Listers that wait until the test answers for their scope, and count. Thread-safe. */
final class FakeListers implements ScopeLister.Factory {
    static final class FakeLister implements ScopeLister {
        final Target target;
        private final FakeListers all;
        private boolean closed;

        private FakeLister(Target target, FakeListers all) {
            this.target = target;
            this.all = all;
        }

        @Override
        public Ec2Listing list() {
            return all.await(this);
        }

        @Override
        public void close() {
            synchronized (all) {
                closed = true;
            }
        }
    }

    final List<FakeLister> made = new ArrayList<>();
    private final Map<Ec2Scope, Supplier<Ec2Listing>> answers = new HashMap<>();
    private final Map<Ec2Scope, Integer> calls = new HashMap<>();
    private int waiting;
    private boolean closed;

    @Override
    public synchronized ScopeLister create(Target target) {
        FakeLister lister = new FakeLister(target, this);
        made.add(lister);
        return lister;
    }

    private synchronized Ec2Listing await(FakeLister lister) {
        Ec2Scope scope = lister.target.scope();
        calls.merge(scope, 1, Integer::sum);
        waiting++;
        try {
            while (!answers.containsKey(scope)) {
                wait();
            }
            return answers.remove(scope).get();
        } catch (InterruptedException e) {
            return new Ec2Failure(Ec2Failure.Kind.DISCOVERY_ERROR, "interrupted");
        } finally {
            waiting--;
        }
    }

    synchronized void answer(Ec2Scope scope, Supplier<Ec2Listing> answer) {
        answers.put(scope, answer);
        notifyAll();
    }

    void answer(Ec2Scope scope, Ec2Instance... instances) {
        answer(scope, () -> Ec2Inventory.of(Arrays.asList(instances)));
    }

    void fail(Ec2Scope scope, String code) {
        answer(scope, () -> Ec2Failure.ofAwsError(code, "no"));
    }

    synchronized int calls(Ec2Scope scope) {
        return calls.getOrDefault(scope, 0);
    }

    synchronized int calls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int waiting() {
        return waiting;
    }

    synchronized int made() {
        return made.size();
    }

    synchronized long open() {
        return made.stream().filter(lister -> !lister.closed).count();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
