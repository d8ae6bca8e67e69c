// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to EC2 Backends reach the instances, and all the time while these are replaced. Instances are on 127.0.0.0/8. */
class Ec2Test {
    private static final String HOST = "any.example";
    private static final String CLUSTER = "backend_default_web_0";
    private static final int ENOUGH = 60;
    private static final Ec2Instance FIRST = instance("i-1", "us-east-1a", "127.0.0.1");
    private static final Ec2Instance SECOND = instance("i-2", "us-east-1b", "127.0.0.2");
    private static final Ec2Instance THIRD = instance("i-3", "us-east-1b", "127.0.0.3");

    @TempDir
    private Path directory;

    private final AtomicReference<Ec2Listing> listing = new AtomicReference<>();

    private static Ec2Instance instance(String id, String zone, String address) {
        return new Ec2Instance(id, zone, address, null, Map.of("app", "web"));
    }

    @Test
    void example_bootstrapWithInstances_isServedByThem() throws IOException {
        Path instances = Files.writeString(directory.resolve("instances.json"), """
                [
                  {"instanceId": "i-1", "zone": "us-east-1a", "privateIp": "127.0.0.1", "tags": {"app": "web"}},
                  {"instanceId": "i-2", "zone": "us-east-1b", "privateIp": "127.0.0.2", "tags": {"app": "web"}},
                  {"instanceId": "i-3", "zone": "us-east-1b", "privateIp": "127.0.0.3", "tags": {"app": "other"}}
                ]
                """);
        try (HttpUpstream first = HttpUpstream.start("first");
                HttpUpstream second = upstream("second", SECOND, first.port());
                Gateway gateway = Gateway.start(
                        directory,
                        Manifest.example("ec2.yaml").withPort(8080, first.port()),
                        "--enable-ec2",
                        "--ec2-instances",
                        instances.toString())) {
            assertThat(IntStream.range(0, ENOUGH).mapToObj(i -> gateway.get(HOST)))
                    .as(gateway::toString)
                    .containsOnly(first.answerFor(HOST), second.answerFor(HOST));
        }
    }

    @Test
    void requests_instanceReplaced_areAllServed() throws Exception {
        try (HttpUpstream first = HttpUpstream.start("first");
                HttpUpstream second = upstream("second", SECOND, first.port());
                HttpUpstream third = upstream("third", THIRD, first.port());
                AdsServer management = AdsServer.start()) {
            ResourceSet resources = ResourceReader.create()
                    .readText(Manifest.example("ec2.yaml")
                            .withPort(8080, first.port())
                            .text());
            BackendTranslator translator = translator();
            listing.set(Ec2Inventory.of(List.of(FIRST, SECOND)));
            TranslationResult before = translator.translate(resources).orElseThrow();
            management.serve(before);

            try (EnvoyProcess envoy = management.startEnvoy(directory)) {
                assertThat(IntStream.range(0, ENOUGH).mapToObj(i -> Requests.get(envoy.port(), CLUSTER)))
                        .as(envoy::toString)
                        .containsOnly(first.answerFor(CLUSTER), second.answerFor(CLUSTER));

                AtomicBoolean enough = new AtomicBoolean();
                CompletableFuture<List<Answer>> clients =
                        CompletableFuture.supplyAsync(() -> requests(envoy.port(), enough));
                listing.set(Ec2Inventory.of(List.of(THIRD, SECOND)));
                TranslationResult after = translator.translate(resources).orElseThrow();
                assertThat(after.clusters()).isEqualTo(before.clusters());
                management.serve(after);
                assertThat(Polling.until(() -> seen(envoy.port())
                                .equals(Set.of(
                                        second.answerFor(CLUSTER).body(),
                                        third.answerFor(CLUSTER).body()))))
                        .as(envoy::toString)
                        .isTrue();
                assertThat(IntStream.range(0, ENOUGH).mapToObj(i -> Requests.get(envoy.port(), CLUSTER)))
                        .as(envoy::toString)
                        .containsOnly(second.answerFor(CLUSTER), third.answerFor(CLUSTER));
                enough.set(true);

                assertThat(envoy.stats("cluster_manager.cluster_modified"))
                        .containsEntry("cluster_manager.cluster_modified", 0L);
                assertThat(clients.get()).as(envoy::toString).isNotEmpty().allMatch(answer -> answer.status() == 200);
            }
        }
    }

    private BackendTranslator translator() {
        return BackendTranslator.builder()
                .plugins(PluginRegistry.builder()
                        .discover()
                        .add(new AwsPlugin(scope -> listing.get()))
                        .build())
                .settings(TranslationSettings.builder()
                        .set(AwsSettings.EC2_ENABLED, true)
                        .build())
                .build();
    }

    private static HttpUpstream upstream(String name, Ec2Instance instance, int port) {
        return HttpUpstream.start(name, new InetSocketAddress(instance.privateIp(), port));
    }

    private static List<Answer> requests(int port, AtomicBoolean enough) {
        List<Answer> answers = new ArrayList<>();
        while (!enough.get()) {
            answers.add(Requests.get(port, CLUSTER));
        }
        return answers;
    }

    private static Set<String> seen(int port) {
        Set<String> bodies = new TreeSet<>();
        IntStream.range(0, 10)
                .forEach(i -> bodies.add(Requests.get(port, CLUSTER).body()));
        return bodies;
    }
}
