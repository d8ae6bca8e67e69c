// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {
    @TempDir
    private Path folder;

    private String manifests() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append("""
                    apiVersion: gateway.kgateway.dev/v1alpha1
                    kind: Backend
                    metadata: {name: b%1$d, namespace: n%2$d, labels: {x: "1", y: "2", z: "3"}}
                    spec: {static: {appProtocol: http2, hosts: [{host: h%1$d.example, port: %3$d}]}}
                    ---
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: HTTPRoute
                    metadata: {name: r%1$d, namespace: n%2$d}
                    spec: {hostnames: [I%1$d, i.example], rules: [{name: _x}, {name: _y}, {name: _z}]}
                    ---
                    """.formatted(i, i % 3, i % 5 == 0 ? 70_000 : 80));
        }
        return text.toString();
    }

    private static String run(Path input, List<String> jvm, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Gwb.class.getName()));
        command.addAll(List.of(arguments));
        command.add(input.getFileName().toString());
        Process process = new ProcessBuilder(command)
                .directory(input.getParent().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(Gwb.ERRORS);
        return output;
    }

    @Test
    void output_isTheSameInEveryJvmTimeZoneAndLocale() throws IOException, InterruptedException {
        Path input = folder.resolve("many.yaml");
        Files.writeString(input, manifests());
        List<String> plain = List.of("-Duser.timezone=UTC", "-Duser.language=en");
        List<String> turkish = List.of(
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=US-ASCII");

        for (String format : List.of("json", "yaml", "bootstrap")) {
            String first = run(input, plain, "translate", "-o", format);
            assertThat(first).contains("backend_n1_b1_0");
            assertThat(run(input, turkish, "translate", "-o", format)).isEqualTo(first);
        }
        assertThat(run(input, turkish, "validate")).isEqualTo(run(input, plain, "validate"));
    }
}
