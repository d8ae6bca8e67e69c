// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.gatewayapi.v1.HttpBackendRef;
import dev.gatewaybackends.gatewayapi.v1.HttpBackendRefBuilder;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteBuilder;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRuleBuilder;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteSpecBuilder;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantFrom;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantSpec;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrantTo;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.plugins.statics.Host;
import dev.gatewaybackends.plugins.statics.StaticBackend;
import dev.gatewaybackends.plugins.statics.StaticPlugin;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.references.ReferenceResolver;
import dev.gatewaybackends.references.ResolvedBackendRef;
import dev.gatewaybackends.references.ResolvedRoute;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** BackendRefs across namespaces, resolved against 10,000 Backends and 1,000 grants; the fewer references are the baseline. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReferenceResolution {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(new StaticPlugin());
    private static final int BACKENDS = 10_000;
    private static final int GRANTS = 1_000;
    private static final int REFS_OF_A_ROUTE = 10;

    /** How many references there are. */
    @Param({"10000", "100000"})
    public int references;

    private final ReferenceResolver resolver =
            ReferenceResolver.builder().plugins(PLUGINS).build();
    private ValidationResult validation = validate(List.of());

    /** Makes the resources: every second reference is permitted. */
    @Setup
    public void make() {
        List<KubernetesResource> all = new ArrayList<>();
        for (int i = 0; i < BACKENDS; i++) {
            all.add(Backend.of(
                    ObjectMeta.of("team-" + i % GRANTS, "backend-" + i), StaticBackend.of(Host.of("10.0.0.1", 80))));
        }
        for (int i = 0; i < GRANTS; i++) {
            all.add(ReferenceGrant.of(
                    ObjectMeta.of("team-" + i, "routes"),
                    ReferenceGrantSpec.of(
                            ReferenceGrantFrom.of(HttpRoute.GROUP, HttpRoute.KIND, i % 2 == 0 ? "edge" : "nowhere"),
                            ReferenceGrantTo.of(Backend.GROUP, Backend.KIND))));
        }
        for (int i = 0; i < references; i += REFS_OF_A_ROUTE) {
            all.add(route(i));
        }
        validation = validate(all);
        if (resolve() != references / 2) {
            throw new IllegalStateException("half of the references should resolve");
        }
    }

    private static ValidationResult validate(List<KubernetesResource> resources) {
        return ResourceValidator.builder().plugins(PLUGINS).build().validate(ResourceSet.of(resources));
    }

    private static HttpRoute route(int first) {
        List<HttpBackendRef> refs = new ArrayList<>();
        for (int i = first; i < first + REFS_OF_A_ROUTE; i++) {
            int backend = i % BACKENDS;
            refs.add(HttpBackendRefBuilder.builder()
                    .group(Backend.GROUP)
                    .kind(Backend.KIND)
                    .namespace("team-" + backend % GRANTS)
                    .name("backend-" + backend)
                    .build());
        }
        List<HttpRouteRule> rules =
                List.of(HttpRouteRuleBuilder.builder().backendRefs(refs).build());
        return HttpRouteBuilder.builder()
                .metadata(ObjectMeta.of("edge", "route-" + first))
                .spec(HttpRouteSpecBuilder.builder().rules(rules).build())
                .build();
    }

    /** Indexes the Backends and the grants and resolves every reference. */
    @Benchmark
    public int resolve() {
        int resolved = 0;
        for (ResolvedRoute route : resolver.resolve(validation).routes()) {
            for (ResolvedBackendRef ref : route.all()) {
                resolved += ref.isResolved() ? 1 : 0;
            }
        }
        return resolved;
    }
}
