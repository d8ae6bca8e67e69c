// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads the files, directories and standard input that a command line names. */
final class Inputs {
    static final String STANDARD_INPUT = "-";

    private Inputs() {}

    static ResourceSet read(ResourceReader reader, List<String> names, InputStream standardInput) {
        ResourceSet all = ResourceSet.of();
        for (String name : names.isEmpty() ? List.of(STANDARD_INPUT) : names) {
            all = all.and(
                    name.equals(STANDARD_INPUT)
                            ? reader.read(standardInput, STANDARD_INPUT)
                            : reader.read(Path.of(name)));
        }
        return all;
    }
}
