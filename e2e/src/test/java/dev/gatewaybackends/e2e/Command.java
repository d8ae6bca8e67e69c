// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that has run to its end: its exit status and what it printed. */
record Command(int status, String out, String err) {
    /** Runs a program, which must end within the limit. */
    static Command run(Duration limit, String... line) {
        return run(limit, Map.of(), line);
    }

    /** Runs a program with additional environment variables, which must end within the limit. */
    static Command run(Duration limit, Map<String, String> environment, String... line) {
        try {
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(
                            List.of(line) + " has not ended after " + limit + ": " + Files.readString(err));
                }
                return new Command(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", line), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + List.of(line) + " ran", e);
        }
    }

    /** Returns what was printed on either stream. */
    String output() {
        return out + err;
    }
}
