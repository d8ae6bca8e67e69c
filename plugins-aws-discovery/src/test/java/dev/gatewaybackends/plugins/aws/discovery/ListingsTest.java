// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import static dev.gatewaybackends.plugins.aws.discovery.Given.ENABLED;
import static dev.gatewaybackends.plugins.aws.discovery.Given.REGION;
import static dev.gatewaybackends.plugins.aws.discovery.Given.addresses;
import static dev.gatewaybackends.plugins.aws.discovery.Given.backend;
import static dev.gatewaybackends.plugins.aws.discovery.Given.cause;
import static dev.gatewaybackends.plugins.aws.discovery.Given.eventually;
import static dev.gatewaybackends.plugins.aws.discovery.Given.instance;
import static dev.gatewaybackends.plugins.aws.discovery.Given.key;
import static dev.gatewaybackends.plugins.aws.discovery.Given.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.read.ResourceSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the passing of time, answers and failures lead to, with listers and a clock that the test holds. */
@Timeout(60)
class ListingsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Ec2Scope AMBIENT = new Ec2Scope(REGION, null, null);
    private static final Ec2Scope OTHER = new Ec2Scope("us-east-2", null, null);

    private final FakeListers listers = new FakeListers();
    private final ManualTimer timer = new ManualTimer();
    private final List<SortedSet<ResourceKey>> told = Collections.synchronizedList(new ArrayList<>());
    private final Ec2Discovery discovery = Ec2Discovery.builder()
            .settings(ENABLED)
            .refreshInterval(INTERVAL)
            .listingTimeout(TIMEOUT)
            .onChange(told::add)
            .build(listers, timer);

    @AfterEach
    void close() {
        discovery.close();
    }

    private void update(KubernetesResource... resources) {
        discovery.update(ResourceSet.of(resources));
    }

    private void listed(Ec2Scope scope, int times) {
        eventually(scope + " is listed " + times + " times", () -> listers.calls(scope) == times);
    }

    private void found(String backend, String... addresses) {
        eventually(
                backend + " has other endpoints",
                () -> addresses(discovery, backend).equals(Arrays.asList(addresses)));
    }

    @Test
    void pass_failure_keepsTheEndpointsUntilASuccess() {
        update(backend("web", REGION, null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        timer.pass(INTERVAL);
        listers.fail(AMBIENT, "RequestLimitExceeded");
        eventually("it failed", () -> cause(discovery, "web").equals("DiscoveryError RequestLimitExceeded: no"));
        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        timer.pass(INTERVAL);
        listers.answer(AMBIENT);
        found("web");

        assertThat(cause(discovery, "web")).isEmpty();
        assertThat(discovery.previous(key("web")).isListed()).isTrue();
    }

    @Test
    void pass_scopeThatHangs_failsAfterItsTimeAndHoldsUpNobody() {
        update(backend("web", REGION, null), backend("far", "us-east-2", null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        timer.pass(INTERVAL);
        listed(OTHER, 2);
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.2"));
        found("web", "10.0.0.2");

        assertThat(cause(discovery, "far")).isEqualTo("DiscoveryError listing the instances took longer than 20s");
        assertThat(listers.waiting()).isEqualTo(1);
        listers.answer(OTHER, instance("i-2", "far", "10.1.0.1"));
        found("far", "10.1.0.1");
    }

    @Test
    void pass_moreScopesHangThanListingsRun_theOthersGoFirst() {
        ManualTimer itsTimer = new ManualTimer();
        Duration itsInterval = TIMEOUT.multipliedBy(4);
        List<Backend> backends = new ArrayList<>();
        for (int i = 0; i < Ec2Discovery.MOST_LISTINGS + 4; i++) {
            backends.add(backend("hangs-" + i, "us-hangs-" + i, null));
        }
        try (Ec2Discovery its = Ec2Discovery.builder()
                .settings(ENABLED)
                .refreshInterval(itsInterval)
                .listingTimeout(TIMEOUT)
                .build(listers, itsTimer)) {
            its.update(ResourceSet.of(backends));
            eventually("as many as may are listed", () -> listers.waiting() == Ec2Discovery.MOST_LISTINGS);
            assertThat(cause(its, "hangs-35")).isEmpty();
            itsTimer.pass(TIMEOUT);
            eventually("the rest is listed", () -> listers.calls() == backends.size() && listers.waiting() == 4);
            itsTimer.pass(TIMEOUT);
            eventually("all are given up", () -> listers.waiting() == 0);
            backends.add(backend("web", REGION, null));
            listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
            its.update(ResourceSet.of(backends));
            eventually("web is found", () -> addresses(its, "web").equals(List.of("10.0.0.1")));

            itsTimer.pass(itsInterval.minus(TIMEOUT.multipliedBy(2)));
            listed(AMBIENT, 2);
            listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.2"));
            eventually("web is found again", () -> addresses(its, "web").equals(List.of("10.0.0.2")));
            eventually("as many as may are listed", () -> listers.waiting() == Ec2Discovery.MOST_LISTINGS);
        }
    }

    @Test
    void pass_listerThatThrows_isAFailureOfItsScope() {
        List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> uncaught.add(fault));
        try {
            update(backend("web", REGION, null));
            listers.answer(AMBIENT, () -> {
                throw new IllegalStateException("a fault");
            });
            eventually("it failed", () -> cause(discovery, "web").equals("DiscoveryError " + AwsFailures.UNEXPECTED));
            timer.pass(INTERVAL);
            listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
            found("web", "10.0.0.1");
            eventually("the fault is shown", () -> uncaught.size() == 1);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertThat(uncaught.get(0)).hasMessage("a fault");
    }

    @Test
    void onChange_listenerThatThrows_isToldAgain() {
        List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> uncaught.add(fault));
        ManualTimer itsTimer = new ManualTimer();
        try (Ec2Discovery its = Ec2Discovery.builder()
                .settings(ENABLED)
                .onChange(changed -> {
                    throw new IllegalStateException("a fault of the listener");
                })
                .build(listers, itsTimer)) {
            its.update(ResourceSet.of(backend("web", REGION, null)));
            listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
            eventually("it is told", () -> uncaught.size() == 1);
            itsTimer.pass(INTERVAL);
            listers.answer(AMBIENT);
            eventually("it is told again", () -> uncaught.size() == 2);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertThat(uncaught.get(1)).hasMessage("a fault of the listener");
    }

    @Test
    void onChange_isToldWhatChangedAndNothingElse() {
        update(backend("web", REGION, null), backend("cart", REGION, null), backend("far", "us-east-2", null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"), instance("i-2", "cart", "10.0.0.2"));
        eventually("both are told", () -> told.size() == 1);
        timer.pass(INTERVAL);
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"), instance("i-2", "cart", "10.0.0.3"));
        eventually("one is told", () -> told.stream().anyMatch(set -> set.contains(key("cart")) && set.size() == 1));
        timer.pass(INTERVAL);
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"), instance("i-2", "cart", "10.0.0.3"));
        listed(AMBIENT, 3);
        timer.pass(INTERVAL);
        listed(AMBIENT, 4);

        assertThat(told.get(0)).containsExactly(key("cart"), key("web"));
        assertThat(told.stream().filter(set -> set.contains(key("web")))).hasSize(1);
        assertThat(told.stream().filter(set -> set.contains(key("cart")))).hasSize(2);
    }

    @Test
    void awaitFirstListings_allOfTheFirstUpdateHaveAResult_isTrue() throws InterruptedException {
        assertThat(discovery.awaitFirstListings(Duration.ofMillis(1))).isFalse();
        update(backend("web", REGION, null), backend("far", "us-east-2", null));
        listers.answer(AMBIENT);
        eventually("one is listed", () -> discovery.listing(AMBIENT) != null);
        assertThat(discovery.awaitFirstListings(Duration.ofMillis(1))).isFalse();
        listers.fail(OTHER, "Blocked");

        assertThat(discovery.awaitFirstListings(Duration.ofSeconds(20))).isTrue();
        assertThat(discovery.previous(key("far")).isListed()).isTrue();
    }

    @Test
    void awaitFirstListings_nothingToList_isTrueAtOnce() throws InterruptedException {
        update(secret("keys", "AKIDFAKE", "fake"));

        assertThat(discovery.awaitFirstListings(Duration.ZERO)).isTrue();
    }

    @Test
    void close_listingsUnderWay_endsAtOnceAndKeepsWhatWasFound() throws InterruptedException {
        update(backend("web", REGION, null), backend("far", "us-east-2", null));
        listers.answer(AMBIENT, instance("i-1", "web", "10.0.0.1"));
        found("web", "10.0.0.1");
        eventually("far is being listed", () -> listers.waiting() == 1);
        discovery.close();
        discovery.close();
        update(backend("cart", REGION, null));
        timer.pass(INTERVAL);

        eventually("nothing is listed any more", () -> listers.waiting() == 0);
        assertThat(discovery.awaitFirstListings(Duration.ofSeconds(20))).isFalse();
        assertThat(addresses(discovery, "web")).containsExactly("10.0.0.1");
        assertThat(discovery.previous(key("cart"))).isNull();
        assertThat(cause(discovery, "far")).isEmpty();
        assertThat(timer.size()).isZero();
        assertThat(listers.open()).isZero();
        assertThat(listers.isClosed()).isTrue();
    }

    @Test
    void close_thatAListenerCalls_isPossible() {
        CountDownLatch closed = new CountDownLatch(1);
        ManualTimer itsTimer = new ManualTimer();
        Ec2Discovery[] its = new Ec2Discovery[1];
        its[0] = Ec2Discovery.builder()
                .settings(ENABLED)
                .onChange(changed -> {
                    its[0].close();
                    closed.countDown();
                })
                .build(listers, itsTimer);
        its[0].update(ResourceSet.of(backend("web", REGION, null)));
        listers.answer(AMBIENT);

        eventually("it is closed", () -> closed.getCount() == 0);
        assertThat(itsTimer.size()).isZero();
    }

    @Test
    void builder_intervals_areChecked() {
        ManualTimer itsTimer = new ManualTimer();
        try (Ec2Discovery its = Ec2Discovery.builder()
                .settings(ENABLED)
                .refreshInterval(Duration.ofSeconds(-1))
                .build(listers, itsTimer)) {
            its.update(ResourceSet.of(backend("web", REGION, null)));
            listers.answer(AMBIENT);
            eventually("it is listed", () -> its.listing(AMBIENT) != null);
            itsTimer.pass(Duration.ofSeconds(29));
            assertThat(listers.calls(AMBIENT)).isEqualTo(1);
            itsTimer.pass(Duration.ofSeconds(1));
            listed(AMBIENT, 2);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ec2Discovery.builder().listingTimeout(Duration.ZERO))
                .withMessage("listingTimeout: PT0S (expected: more than 0)");
    }

    @Test
    void state_neverKnown_isNull() {
        assertThat(discovery.previous(key("web"))).isNull();
        assertThat(discovery.listing(AMBIENT)).isNull();
    }
}
