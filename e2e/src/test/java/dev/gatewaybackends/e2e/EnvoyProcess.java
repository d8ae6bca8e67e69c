// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A running Envoy. Its bootstrap has one listener, whose port may be 0: then Envoy picks a free one. */
final class EnvoyProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern LISTENER_PORT = Pattern.compile("\"port_value\": *([0-9]+)");
    /** Merged into the bootstrap, which has no administration of its own. */
    private static final String ADMIN = "admin: {address: {socket_address: {address: 127.0.0.1, port_value: 0}}}";

    private final Process process;
    private final Path adminAddress;
    private final Path log;
    private int port;

    private EnvoyProcess(Process process, Path adminAddress, Path log) {
        this.process = process;
        this.adminAddress = adminAddress;
        this.log = log;
    }

    /** Asks Envoy whether it takes a bootstrap. */
    static Command validate(Path bootstrap) {
        return Command.run(
                LIMIT,
                EnvoyBinary.path().toString(),
                "--mode",
                "validate",
                "-c",
                bootstrap.toString(),
                "-l",
                "warning");
    }

    /** Starts Envoy and waits until its listener accepts connections. Its files are put beside the bootstrap. */
    static EnvoyProcess start(Path bootstrap) {
        return start(bootstrap, Map.of());
    }

    /** The same with more environment variables. */
    static EnvoyProcess start(Path bootstrap, Map<String, String> environment) {
        return start(bootstrap, environment, EnvoyProcess::isReady);
    }

    /** Starts Envoy and waits until it has read its clusters, and taken or refused them; it needs no listener. */
    static EnvoyProcess startReadingClusters(Path bootstrap) {
        return start(bootstrap, Map.of(), EnvoyProcess::hasReadClusters);
    }

    private static EnvoyProcess start(
            Path bootstrap, Map<String, String> environment, Predicate<EnvoyProcess> isStarted) {
        Path adminAddress = bootstrap.resolveSibling(bootstrap.getFileName() + ".admin");
        Path log = bootstrap.resolveSibling(bootstrap.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        EnvoyBinary.path().toString(),
                        "-c",
                        bootstrap.toString(),
                        "--config-yaml",
                        ADMIN,
                        "--admin-address-path",
                        adminAddress.toString(),
                        "--disable-hot-restart",
                        "--concurrency",
                        "1",
                        "-l",
                        "warning")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        withoutAwsCredentials(builder.environment());
        builder.environment().putAll(environment);
        EnvoyProcess envoy;
        try {
            Files.deleteIfExists(adminAddress);
            envoy = new EnvoyProcess(builder.start(), adminAddress, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Polling.until(() -> !envoy.process.isAlive() || isStarted.test(envoy)) || !envoy.process.isAlive()) {
            envoy.close();
            throw new AssertionError("Envoy has not started with " + bootstrap + ": " + envoy);
        }
        return envoy;
    }

    private boolean hasReadClusters() {
        try {
            if (!Files.exists(adminAddress) || Files.size(adminAddress) == 0) {
                return false;
            }
            Map<String, Long> updates = stats("cluster_manager.cds.update_");
            return updates.getOrDefault("cluster_manager.cds.update_success", 0L) > 0
                    || updates.getOrDefault("cluster_manager.cds.update_rejected", 0L) > 0;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The AWS filters would take credentials from this machine, and look for more of them on the network. */
    private static void withoutAwsCredentials(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/absent/credentials");
        environment.put("AWS_CONFIG_FILE", "/absent/config");
    }

    private boolean isReady() {
        try {
            if (!Files.exists(adminAddress)
                    || Files.size(adminAddress) == 0
                    || admin("/ready").status() != 200) {
                return false;
            }
            Matcher listener =
                    LISTENER_PORT.matcher(admin("/listeners?format=json").body());
            if (!listener.find()) {
                return false;
            }
            port = Integer.parseInt(listener.group(1));
            // Envoy knows the port before it accepts connections.
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private Answer admin(String path) throws IOException {
        return Requests.getPath(Files.readString(adminAddress).strip(), path);
    }

    /** Returns the port of the listener. */
    int port() {
        return port;
    }

    /** Returns the counters and gauges whose names contain a match of the pattern. */
    Map<String, Long> stats(String pattern) {
        try {
            return Pattern.compile("\n")
                    .splitAsStream(admin("/stats?filter=" + pattern).body())
                    .map(line -> line.split(": ", 2))
                    .filter(pair -> pair.length == 2 && pair[1].matches("[0-9]+"))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the log, for assertions to show. */
    @Override
    public String toString() {
        try {
            return "the log of Envoy:\n" + Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "Envoy has no log: " + e;
        }
    }
}
