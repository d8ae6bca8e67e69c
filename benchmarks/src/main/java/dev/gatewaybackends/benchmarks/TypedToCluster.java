// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import com.google.protobuf.Duration;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.envoyrules.EnvoyRules;
import dev.gatewaybackends.envoyrules.EnvoyVerdict;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.plugins.statics.Host;
import dev.gatewaybackends.plugins.statics.StaticBackend;
import dev.gatewaybackends.plugins.statics.StaticPlugin;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.translate.BackendTranslator;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One typed static Backend with two hosts to its cluster; the baseline builds the same cluster by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TypedToCluster {
    private final StaticPlugin plugin = new StaticPlugin();
    private final BackendTranslator translator = BackendTranslator.create();
    private final EnvoyRules rules = EnvoyRules.create();
    private final FieldPath path = FieldPath.of("spec", "static");
    private ObjectMeta metadata = ObjectMeta.of("team-1", "backend-1");
    private StaticBackend source = StaticBackend.of(Host.of("10.0.1.7", 8080), Host.of("10.0.1.8", 8080));
    private Backend backend = Backend.of(metadata, source);
    private Cluster cluster = Cluster.getDefaultInstance();

    /** Checks that both ways make the same cluster. */
    @Setup
    public void check() {
        cluster = handWritten();
        if (!cluster.equals(translate()) || !cluster.equals(validateTranslateAndCheck())) {
            throw new IllegalStateException("the baseline makes another cluster");
        }
    }

    /** The baseline: Envoy's own builders. */
    @Benchmark
    public Cluster handWritten() {
        String name = "backend_" + metadata.namespace() + "_" + metadata.name() + "_0";
        LocalityLbEndpoints.Builder locality = LocalityLbEndpoints.newBuilder();
        List<Host> hosts = source.hosts();
        for (Host host : hosts) {
            locality.addLbEndpoints(LbEndpoint.newBuilder()
                    .setEndpoint(Endpoint.newBuilder()
                            .setHostname(host.host())
                            .setHealthCheckConfig(
                                    Endpoint.HealthCheckConfig.newBuilder().setHostname(host.host()))
                            .setAddress(Address.newBuilder()
                                    .setSocketAddress(SocketAddress.newBuilder()
                                            .setAddress(host.host())
                                            .setPortValue(host.port())))));
        }
        return Cluster.newBuilder()
                .setName(name)
                .setConnectTimeout(Duration.newBuilder().setSeconds(5))
                .setType(Cluster.DiscoveryType.STATIC)
                .setLoadAssignment(
                        ClusterLoadAssignment.newBuilder().setClusterName(name).addEndpoints(locality))
                .build();
    }

    /** The translation alone: the plugin with a context of its own. */
    @Benchmark
    public Cluster translate() {
        TranslationContext context =
                TranslationContext.builder(metadata).path(path).build();
        Cluster translated = plugin.translate(source, context).cluster();
        if (translated == null) {
            throw new IllegalStateException("rejected");
        }
        return translated;
    }

    /** The Envoy rules alone. */
    @Benchmark
    public EnvoyVerdict envoyRules() {
        return rules.check(cluster);
    }

    /** What a user calls: validation, translation and Envoy rules. */
    @Benchmark
    public Cluster validateTranslateAndCheck() {
        return translator.translate(backend).cluster();
    }
}
