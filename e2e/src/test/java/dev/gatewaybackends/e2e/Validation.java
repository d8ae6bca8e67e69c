// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.cli.GwbInProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Envoy's verdict on the bootstraps that {@code gwb translate} makes. Equal bootstraps are shown to Envoy once. */
final class Validation {
    private final Path directory;
    private final Path trust;
    private final Map<String, Command> verdicts = new HashMap<>();

    /** Makes the trust roots that bootstraps rely on, in a directory for scratch files. */
    Validation(Path directory) {
        this.directory = directory;
        trust = directory.resolve("trust.pem");
        try {
            Files.writeString(
                    trust,
                    TestCertificate.of(directory, "trust", "dns:trust.example").pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Translates the input and fails unless Envoy accepts whatever comes out. Returns the run of gwb. */
    GwbInProcess accepts(Path input, Profile profile, List<String> options) {
        List<String> arguments = new ArrayList<>(
                List.of("translate", "-o", "bootstrap", "--listen", "127.0.0.1:0", "--show-secrets", input.toString()));
        arguments.addAll(profile.options());
        arguments.addAll(options);
        GwbInProcess gwb = GwbInProcess.run(arguments.toArray(String[]::new));
        assertThat(gwb.status()).as(gwb.err()).isIn(0, 1);
        // Envoy refuses a bootstrap whose files it cannot read, and those of the proxy's own machine need not be on
        // this one.
        String bootstrap = gwb.out()
                .replaceAll("filename: .*", Matcher.quoteReplacement("filename: \"" + trust + "\""))
                .replaceAll("(path_config_source:\\s+path: ).*", "$1" + Matcher.quoteReplacement("\"" + trust + "\""));
        Command envoy = verdicts.computeIfAbsent(bootstrap, this::validate);
        assertThat(envoy.status()).as("%s%n%s", envoy.output(), bootstrap).isZero();
        return gwb;
    }

    private Command validate(String bootstrap) {
        try {
            return EnvoyProcess.validate(Files.writeString(directory.resolve("envoy.yaml"), bootstrap));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
