// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The API server's verdict on a typical HTTPRoute, three rules with two backendRefs each; reading it is the baseline. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RouteValidation {
    private static final String RULE = """
            {"matches": [{"path": {"type": "PathPrefix", "value": "/v%1$d"},
                          "headers": [{"name": "x-tenant", "value": "t%1$d"}]}],
             "filters": [{"type": "RequestHeaderModifier",
                          "requestHeaderModifier": {"set": [{"name": "x-version", "value": "%1$d"}]}}],
             "backendRefs": [{"name": "web-%1$d", "port": 8080, "weight": 90},
                             {"group": "gateway.kgateway.dev", "kind": "Backend", "name": "canary-%1$d", "weight": 10}],
             "timeouts": {"request": "10s"}}""";

    private final ResourceReader reader = ResourceReader.create();
    private final ResourceValidator validator = ResourceValidator.create();
    private String json = "";
    private ResourceSet read = ResourceSet.of();

    /** Writes and reads the route. */
    @Setup
    public void write() {
        json = """
                {"apiVersion": "gateway.networking.k8s.io/v1", "kind": "HTTPRoute",
                 "metadata": {"name": "web", "namespace": "shop", "generation": 4, "labels": {"app": "web"}},
                 "spec": {"parentRefs": [{"name": "edge", "namespace": "infra", "sectionName": "https"}],
                          "hostnames": ["shop.example.com", "www.shop.example.com"],
                          "rules": [%s, %s, %s]}}""".formatted(RULE.formatted(1), RULE.formatted(2), RULE.formatted(3));
        read = read();
        if (read.diagnostics().hasErrors() || validate().diagnostics().hasErrors()) {
            throw new IllegalStateException("the route is not valid");
        }
    }

    /** The baseline: from JSON to the typed route. */
    @Benchmark
    public ResourceSet read() {
        return reader.readText(json);
    }

    /** The verdict on the typed route. */
    @Benchmark
    public ValidationResult validate() {
        return validator.validate(read);
    }
}
