// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An Envoy that runs the bootstrap which {@code gwb translate} makes of a manifest. */
final class Gateway implements AutoCloseable {
    private final Command gwb;
    private final EnvoyProcess envoy;

    private Gateway(Command gwb, EnvoyProcess envoy) {
        this.gwb = gwb;
        this.envoy = envoy;
    }

    /** Starts a gateway, whose files are put into the directory, for a manifest that gives no cause for diagnostics. */
    static Gateway start(Path directory, Manifest manifest, String... options) {
        Command gwb = translate(directory, manifest, options);
        assertThat(gwb.err()).isEmpty();
        assertThat(gwb.status()).isZero();
        return new Gateway(gwb, EnvoyProcess.start(bootstrap(directory)));
    }

    /** Starts a gateway, whose files are put into the directory, with whatever comes out of the manifest. */
    static Gateway startDespiteDiagnostics(Path directory, Manifest manifest, String... options) {
        Command gwb = translate(directory, manifest, options);
        assertThat(gwb.err()).isNotEmpty();
        return new Gateway(gwb, EnvoyProcess.start(bootstrap(directory)));
    }

    /** Starts a gateway whose Envoy has more environment variables, with whatever comes out of the manifest. */
    static Gateway startWith(Map<String, String> environment, Path directory, Manifest manifest, List<String> options) {
        Command gwb = translate(directory, manifest, options.toArray(String[]::new));
        assertThat(gwb.status()).as(gwb.err()).isZero();
        return new Gateway(gwb, EnvoyProcess.start(bootstrap(directory), environment));
    }

    private static Path bootstrap(Path directory) {
        return directory.resolve("envoy.yaml");
    }

    private static Command translate(Path directory, Manifest manifest, String... options) {
        // Without Envoy there is nothing to translate for.
        EnvoyBinary.path();
        Path input = directory.resolve("input.yaml");
        try {
            Files.writeString(input, manifest.text());
            List<String> arguments = new ArrayList<>(
                    List.of("translate", "-o", "bootstrap", "--listen", "127.0.0.1:0", input.toString()));
            arguments.addAll(List.of(options));
            Command gwb = GwbProcess.run(arguments);
            Files.writeString(bootstrap(directory), gwb.out());
            return gwb;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the run of {@code gwb}: its exit status and diagnostics. */
    Command gwb() {
        return gwb;
    }

    EnvoyProcess envoy() {
        return envoy;
    }

    /** Sends a GET request for / with this Host header. */
    Answer get(String host) {
        return Requests.get(envoy.port(), host);
    }

    /** Returns what gwb and Envoy had to say, for assertions to show. */
    @Override
    public String toString() {
        return "gwb ended with " + gwb.status() + ": " + gwb.err() + "\n" + envoy;
    }

    @Override
    public void close() {
        envoy.close();
    }
}
