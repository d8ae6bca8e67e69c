// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.plugins.aws.AwsBackend;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.TagFilter;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.TranslationContext;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A new listing of instances to the endpoints of 1,000 EC2 Backends, each of which selects ten instances by two tags, one of
 * which every instance has; the smaller listing is the baseline.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InstancesToEndpoints {
    private static final int BACKENDS = 1000;
    private static final int SELECTED = 10;

    private final TranslationSettings settings =
            TranslationSettings.builder().set(AwsSettings.EC2_ENABLED, true).build();
    private final FieldPath path = FieldPath.of("spec", "aws");

    /** How many instances there are. */
    @Param({"1000", "10000"})
    public int instances;

    private final List<Ec2Instance> listed = new ArrayList<>();
    private final List<AwsBackend> sources = new ArrayList<>();

    /** Makes instances and Backends. */
    @Setup
    public void make() {
        // As many applications as fill the smaller listing; of the larger one, most instances belong to none of them.
        int applications = 1000 / SELECTED;
        for (int i = 0; i < instances; i++) {
            Map<String, String> tags = new LinkedHashMap<>();
            tags.put("env", "live");
            tags.put("team", "team-" + i % 20);
            tags.put("app", i < 1000 ? "app-" + i % applications : "other-" + i);
            listed.add(new Ec2Instance(
                    "i-" + i,
                    "us-east-1" + (char) ('a' + i % 3),
                    "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256,
                    null,
                    tags));
        }
        for (int i = 0; i < BACKENDS; i++) {
            sources.add(AwsBackend.ec2(
                    "us-east-1",
                    AwsEc2.of(8080, TagFilter.key("env"), TagFilter.keyValue("app", "app-" + i % applications))));
        }
    }

    /** Indexes a listing and translates every Backend. */
    @Benchmark
    public int listingToEndpoints() {
        Ec2Inventory inventory = Ec2Inventory.of(listed);
        AwsPlugin plugin = new AwsPlugin(scope -> inventory);
        int endpoints = 0;
        for (int i = 0; i < sources.size(); i++) {
            TranslationContext context = TranslationContext.builder(ObjectMeta.of("team", "backend-" + i))
                    .settings(settings)
                    .path(path)
                    .build();
            var assignment = plugin.translate(sources.get(i), context).loadAssignment();
            if (assignment != null) {
                for (LocalityLbEndpoints locality : assignment.getEndpointsList()) {
                    endpoints += locality.getLbEndpointsCount();
                }
            }
        }
        if (endpoints != BACKENDS * SELECTED) {
            throw new IllegalStateException(endpoints + " endpoints were selected");
        }
        return endpoints;
    }
}
