// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import static dev.gatewaybackends.plugins.aws.discovery.FakeAws.error;
import static dev.gatewaybackends.plugins.aws.discovery.FakeAws.text;
import static dev.gatewaybackends.plugins.aws.discovery.Given.ENABLED;
import static dev.gatewaybackends.plugins.aws.discovery.Given.ROLE;
import static dev.gatewaybackends.plugins.aws.discovery.Given.addresses;
import static dev.gatewaybackends.plugins.aws.discovery.Given.eventually;
import static dev.gatewaybackends.plugins.aws.discovery.Given.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import dev.gatewaybackends.plugins.aws.ec2.TagFilter;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Backends, Secrets and instances change all the time, AWS fails in every way, and at every moment the endpoints of each
 * Backend are exactly those of one listing that succeeded, the last one. {@code -Dchurn.seconds=300} makes it last longer.
 */
class ChurnTest {
    private static final int SECONDS = Integer.getInteger("churn.seconds", 15);
    private static final long SEED = Long.getLong("churn.seed", 42);
    private static final int MOST_BACKENDS = 60;
    private static final int MOST_THREADS = Ec2Discovery.MOST_LISTINGS + 6;
    private static final long HEAP_GROWTH = 32L << 20;
    private static final Duration HANG = Duration.ofSeconds(4);
    private static final List<String> SECRETS = List.of("keys-0", "keys-1");

    /** What a Backend is at the moment, and the version of the instances that was seen last. */
    private static final class Model {
        Fleet fleet;
        int app;
        AwsAuth auth;
        int seen = -1;
    }

    private final Random random = new Random(SEED);
    private final FakeAws aws = new FakeAws();
    private final List<Fleet> fleets = List.of(new Fleet(0), new Fleet(1), new Fleet(2), new Fleet(3));
    private final Map<String, Model> backends = new TreeMap<>();
    private final Map<String, Secret> secrets = new TreeMap<>();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile boolean faulty = true;
    private int created;
    private int revision;
    private int updates;
    private int checks;
    private int mostThreads;

    private final Ec2Discovery discovery = Ec2Discovery.builder()
            .settings(ENABLED)
            .refreshInterval(Duration.ofMillis(250))
            .listingTimeout(Duration.ofSeconds(2))
            .endpoints(aws.endpoints())
            .ambientCredentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDAMBIENT", "fake")))
            .onChange(changed -> told.incrementAndGet())
            .build();
    private final BackendTranslator translator = BackendTranslator.builder()
            .plugins(PluginRegistry.builder().add(new AwsPlugin(discovery)).build())
            .settings(ENABLED)
            .build();

    @AfterEach
    void close() {
        discovery.close();
        aws.close();
    }

    @Test
    void endpoints_whateverChangesAndFails_areThoseOfTheLastSuccess() {
        for (Fleet fleet : fleets) {
            aws.ec2(fleet.region(), request -> answer(fleet, request));
            aws.sts(fleet.region(), request -> chance(10) ? fault() : FakeAws.role("ASIAROLE", "fake", "fake-token"));
        }
        SECRETS.forEach(this::rotate);
        for (int i = 0; i < MOST_BACKENDS / 2; i++) {
            create();
        }
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(SECONDS).toNanos();
        long heapBefore = 0;
        while (System.nanoTime() < end) {
            change();
            for (int i = 0; i < 10; i++) {
                checkAll();
                Given.pause(random.nextInt(8));
            }
            if (updates % 20 == 0) {
                checkTranslation();
            }
            if (heapBefore == 0 && System.nanoTime() - start > (end - start) / 3) {
                heapBefore = heap();
            }
        }
        long heapAfter = heap();
        settle();
        long close = closeWhileItHangs();

        assertThat(aws.violations).isEmpty();
        assertThat(mostThreads).isLessThanOrEqualTo(MOST_THREADS);
        assertThat(heapAfter - heapBefore).as("growth of the heap").isLessThan(HEAP_GROWTH);
        assertThat(told).hasPositiveValue();
        if (System.getProperty("churn.seconds") != null) {
            System.out.printf(
                    "churn: %d s, seed %d: %d updates, %d checks of a Backend, %d requests, %d faults, %d calls of the "
                            + "listener, at most %d threads, heap %d KiB then %d KiB, close %d ms%n",
                    SECONDS,
                    SEED,
                    updates,
                    checks,
                    requests.get(),
                    faults.get(),
                    told.get(),
                    mostThreads,
                    heapBefore >> 10,
                    heapAfter >> 10,
                    close);
        }
    }

    private boolean chance(int percent) {
        return faulty && random.nextInt(100) < percent;
    }

    private FakeAws.Answer answer(Fleet fleet, FakeAws.Request request) {
        requests.incrementAndGet();
        aws.requests.clear();
        return chance(request.page().isEmpty() ? 25 : 5) ? fault() : fleet.page(request.page());
    }

    private FakeAws.Answer fault() {
        faults.incrementAndGet();
        return switch (random.nextInt(10)) {
            case 0 -> error(503, "RequestLimitExceeded", "Request limit exceeded.");
            case 1 -> error(403, "UnauthorizedOperation", "You are not authorized to perform this operation.");
            case 2 -> error(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
            case 3 -> text(500, "");
            case 4 -> text(200, "");
            case 5 -> text(200, "<html><body>log in</body></html>");
            case 6 -> text(200, "<DescribeInstancesResponse><reserv");
            case 7 -> FakeAws.cut(FakeAws.page(List.of(), ""));
            case 8 -> aws.hang(HANG);
            default -> aws.hangAfterHalf(FakeAws.page(List.of(), ""), HANG);
        };
    }

    private void change() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> create();
            case 3 ->
                backends.keySet().stream()
                        .skip(random.nextInt(backends.size() + 1))
                        .findFirst()
                        .ifPresent(backends::remove);
            case 4 -> rotate(SECRETS.get(random.nextInt(SECRETS.size())));
            case 5 -> secrets.remove(SECRETS.get(random.nextInt(SECRETS.size())));
            case 6 -> breakKeys(SECRETS.get(random.nextInt(SECRETS.size())));
            case 7 -> some(model -> model.app = random.nextInt(Fleet.APPS));
            case 8 -> some(model -> model.fleet = fleets.get(random.nextInt(fleets.size())));
            case 9 -> some(model -> model.auth = auth());
            default -> fleets.get(random.nextInt(fleets.size())).change();
        }
        update();
    }

    private void create() {
        if (backends.size() < MOST_BACKENDS) {
            Model model = new Model();
            model.fleet = fleets.get(random.nextInt(fleets.size()));
            model.app = random.nextInt(Fleet.APPS);
            model.auth = auth();
            backends.put("backend-" + created++, model);
        }
    }

    private AwsAuth auth() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> AwsAuth.assumeRole(ROLE);
            default -> AwsAuth.secret(SECRETS.get(random.nextInt(SECRETS.size())));
        };
    }

    private void rotate(String name) {
        secrets.put(name, Given.secret(name, "AKID" + revision, "fake-" + revision++));
    }

    private void breakKeys(String name) {
        secrets.put(name, Given.secret(name, "AKID", ""));
    }

    /** Changes one Backend; what was seen of it so far counts no more. */
    private void some(Consumer<Model> change) {
        List<Model> all = new ArrayList<>(backends.values());
        if (!all.isEmpty()) {
            Model model = all.get(random.nextInt(all.size()));
            change.accept(model);
            model.seen = -1;
        }
    }

    private ResourceSet resources() {
        List<KubernetesResource> all = new ArrayList<>(secrets.values());
        backends.forEach((name, model) -> all.add(
                Given.backend(name, model.fleet.region(), model.auth, TagFilter.keyValue("app", "app-" + model.app))));
        return ResourceSet.of(all);
    }

    private void update() {
        updates++;
        discovery.update(resources());
    }

    private void checkAll() {
        backends.forEach((name, model) -> {
            checks++;
            Ec2State state = discovery.previous(key(name));
            assertThat(state).as(name).isNotNull();
            check(name, model, addresses(discovery, name));
        });
        mostThreads = Math.max(mostThreads, threads());
    }

    private void check(String name, Model model, List<String> addresses) {
        if (addresses.isEmpty()) {
            assertThat(model.seen)
                    .as("%s lost its endpoints, seed %d", name, SEED)
                    .isEqualTo(-1);
            return;
        }
        int version = Fleet.versionOf(addresses.get(0));
        assertThat(addresses).as("%s, seed %d", name, SEED).isEqualTo(model.fleet.addresses(model.app, version));
        assertThat(model.fleet.wasServed(version)).as("%s, seed %d", name, SEED).isTrue();
        assertThat(version).as("%s, seed %d", name, SEED).isGreaterThanOrEqualTo(model.seen);
        model.seen = version;
    }

    private void checkTranslation() {
        TranslationResult result = translator.translate(resources());
        Map<String, ClusterLoadAssignment> assignments = new TreeMap<>();
        result.endpoints().forEach(assignment -> assignments.put(assignment.getClusterName(), assignment));
        backends.forEach((name, model) -> {
            boolean resolvable = model.auth == null
                    || model.auth.secretRef() == null
                    || secrets.containsKey(model.auth.secretRef().name());
            ClusterLoadAssignment assignment = assignments.get("backend_shop_" + name + "_0");
            assertThat(assignment != null).as(name).isEqualTo(resolvable);
            if (assignment != null) {
                check(name, model, addressesOf(assignment));
            }
        });
    }

    private static List<String> addressesOf(ClusterLoadAssignment assignment) {
        return assignment.getEndpointsList().stream()
                .flatMap(locality -> locality.getLbEndpointsList().stream())
                .map(endpoint ->
                        endpoint.getEndpoint().getAddress().getSocketAddress().getAddress())
                .toList();
    }

    /** Once AWS is well, every Backend has the newest instances. */
    private void settle() {
        faulty = false;
        SECRETS.forEach(this::rotate);
        fleets.forEach(Fleet::change);
        update();
        eventually("every Backend is up to date", () -> {
            checkAll();
            return backends.values().stream().allMatch(model -> model.seen == model.fleet.version());
        });
        backends.keySet()
                .forEach(name -> assertThat(Given.cause(discovery, name)).isEmpty());
    }

    private long closeWhileItHangs() {
        AtomicInteger hanging = new AtomicInteger();
        for (Fleet fleet : fleets) {
            aws.ec2(fleet.region(), request -> {
                hanging.incrementAndGet();
                return aws.hang(Duration.ofMinutes(1));
            });
        }
        eventually("requests hang", () -> hanging.get() >= fleets.size());
        long start = System.nanoTime();
        discovery.close();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        eventually("its threads end", () -> threads() == 0);
        return took.toMillis();
    }

    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ec2-discovery"))
                .count();
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Given.pause(50);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
