// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The instances of a region, which change from one version to the next. An address tells the version and the instance, so
 * that any set of endpoints tells which listing it is from, and whether it is all of it. Thread-safe.
 */
final class Fleet {
    static final int INSTANCES = 50;
    static final int APPS = 5;
    private static final int PAGE = 20;

    private final int number;
    private final AtomicInteger version = new AtomicInteger();
    private final Set<Integer> served = ConcurrentHashMap.newKeySet();

    Fleet(int number) {
        this.number = number;
    }

    String region() {
        return "eu-test-" + number;
    }

    int version() {
        return version.get();
    }

    void change() {
        version.incrementAndGet();
    }

    /** Returns whether somebody got all pages of a version. */
    boolean wasServed(int asked) {
        return served.contains(asked);
    }

    /** Answers a request for a page; all pages of a listing are of one version. */
    FakeAws.Answer page(String token) {
        String[] parts = token.isEmpty() ? new String[] {Integer.toString(version()), "0"} : token.split("-", -1);
        int of = Integer.parseInt(parts[0]);
        int from = Integer.parseInt(parts[1]);
        List<Ec2Instance> all = instances(of);
        int to = Math.min(all.size(), from + PAGE);
        if (to == all.size()) {
            served.add(of);
        }
        return FakeAws.text(200, FakeAws.page(all.subList(from, to), to == all.size() ? "" : of + "-" + to));
    }

    private List<Ec2Instance> instances(int of) {
        List<Ec2Instance> all = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            if (exists(i, of)) {
                all.add(new Ec2Instance(
                        "i-" + i, region() + "a", address(i, of), null, Map.of("app", "app-" + i % APPS)));
            }
        }
        return all;
    }

    /** One instance of each app is always there. */
    private static boolean exists(int instance, int version) {
        return instance < APPS || (instance * 31 + version * 17) % 4 != 0;
    }

    private String address(int instance, int of) {
        return (10 + number) + "." + (of >> 8) + "." + (of & 255) + "." + instance;
    }

    /** Returns the version that an address is of. */
    static int versionOf(String address) {
        String[] parts = address.split("\\.", -1);
        return (Integer.parseInt(parts[1]) << 8) + Integer.parseInt(parts[2]);
    }

    /** Returns the addresses of an app in a version, in order. */
    List<String> addresses(int app, int of) {
        List<String> addresses = new ArrayList<>();
        for (int i = app; i < INSTANCES; i += APPS) {
            if (exists(i, of)) {
                addresses.add(address(i, of));
            }
        }
        addresses.sort(null);
        return addresses;
    }
}
