// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the checkout. */
final class Checkout {
    /** This module. Surefire names it; an IDE starts tests in it. */
    static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();

    static final Path ROOT = MODULE.getParent();
    static final Path EXAMPLES = ROOT.resolve("examples");

    private Checkout() {}

    /** Returns the inputs of the golden cases of all modules. */
    static List<Path> goldenInputs() {
        return list(ROOT).stream()
                .map(module -> module.resolve("src/test/resources/golden"))
                .filter(Files::isDirectory)
                .flatMap(golden -> list(golden).stream())
                .map(golden -> golden.resolve("input.yaml"))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Returns what is in a directory, ordered by name. */
    static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
