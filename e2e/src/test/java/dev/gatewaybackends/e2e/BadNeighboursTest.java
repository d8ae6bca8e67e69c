// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backends that cannot be translated cost only themselves. */
class BadNeighboursTest {
    private static final String BAD = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: port-out-of-range, namespace: default}
            spec: {static: {hosts: [{host: 127.0.0.1, port: 70000}]}}
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: empty-host, namespace: default}
            spec: {static: {hosts: [{host: "", port: 80}]}}
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: unknown-member, namespace: default}
            spec: {carrierPigeon: {loft: north}}
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: two-members, namespace: default}
            spec: {static: {hosts: [{host: 127.0.0.1, port: 80}]}, dynamicForwardProxy: {}}
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: not-a-spec, namespace: default}
            spec: [static]
            ---
            this: is: not: {YAML
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: to-bad-ones, namespace: default}
            spec:
              hostnames: [bad.example]
              rules:
                - backendRefs:
                    - {group: gateway.kgateway.dev, kind: Backend, name: port-out-of-range}
            """;

    @Test
    void goodBackend_amongBadOnes_isServed(@TempDir Path directory) {
        try (HttpUpstream upstream = HttpUpstream.start("good");
                Gateway gateway = Gateway.startDespiteDiagnostics(
                        directory,
                        Manifest.example("quickstart.yaml")
                                .withPort(8080, upstream.port())
                                .and(BAD))) {
            assertThat(gateway.gwb().status()).as(gateway::toString).isEqualTo(1);
            assertThat(gateway.gwb().err().lines().filter(line -> line.startsWith("ERROR")))
                    .anyMatch(line -> line.contains("Backend default/port-out-of-range: spec.static.hosts[0].port"))
                    .anyMatch(line -> line.contains("Backend default/empty-host: spec.static.hosts[0].host"))
                    .anyMatch(line -> line.contains("Backend default/unknown-member: spec"))
                    .anyMatch(line -> line.contains("Backend default/two-members: spec"))
                    .anyMatch(line -> line.contains("Backend default/not-a-spec: spec"));
            assertThat(gateway.get("static.example"))
                    .as(gateway::toString)
                    .isEqualTo(upstream.answerFor("static.example"));
            assertThat(gateway.get("bad.example").status())
                    .as(gateway::toString)
                    .isEqualTo(500);
        }
    }
}
