// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command line {@code gwb} as a process of its own. */
final class GwbProcess {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private GwbProcess() {}

    static Command run(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gatewaybackends.cli.Gwb"));
        line.addAll(arguments);
        return Command.run(LIMIT, line.toArray(String[]::new));
    }
}
