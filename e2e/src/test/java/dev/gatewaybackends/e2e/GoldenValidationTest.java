// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows Envoy what the golden cases of all modules become. JUnit fails it if it finds none. */
class GoldenValidationTest {
    private static Validation validation;

    @BeforeAll
    static void prepare(@TempDir Path directory) {
        EnvoyBinary.path();
        validation = new Validation(directory);
    }

    static Stream<Arguments> cases() {
        return Checkout.goldenInputs().stream()
                .flatMap(input ->
                        Profile.all().stream().map(profile -> Arguments.of(Named.of(name(input), input), profile)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cases")
    void goldenCase_inEveryProfile_isAcceptedByEnvoy(Path input, Profile profile) {
        validation.accepts(input, profile, settings(input.resolveSibling("settings.properties")));
    }

    private static String name(Path input) {
        return input.getParent().getFileName().toString();
    }

    private static List<String> settings(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> options = new ArrayList<>();
        for (String key : settings.stringPropertyNames()) {
            options.add("--set");
            options.add(key + "=" + settings.getProperty(key));
        }
        return options;
    }
}
