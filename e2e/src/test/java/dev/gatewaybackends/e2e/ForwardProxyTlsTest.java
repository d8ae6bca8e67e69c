// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A forward proxy that speaks TLS serves from hosts that prove their names, and from no other. */
class ForwardProxyTlsTest {
    private static TestCertificate trusted;
    private static TestCertificate ofAnotherName;
    private static TestCertificate untrusted;
    private static Gateway gateway;

    @BeforeAll
    static void startGateway(@TempDir Path directory) throws IOException {
        EnvoyBinary.path();
        trusted = TestCertificate.of(directory, "trusted", "dns:localhost,ip:127.0.0.1");
        ofAnotherName = TestCertificate.of(directory, "another", "dns:other.example,ip:127.0.0.2");
        untrusted = TestCertificate.of(directory, "untrusted", "dns:localhost,ip:127.0.0.1");
        Path trust = Files.writeString(directory.resolve("trust.pem"), trusted.pem() + ofAnotherName.pem());
        gateway = Gateway.start(
                directory,
                Manifest.example("dynamic-forward-proxy.yaml")
                        .replacing("  dynamicForwardProxy: {}\n", "  dynamicForwardProxy:\n    enableTls: true\n"),
                "--set",
                "core.upstream-trust=file:" + trust);
    }

    @AfterAll
    static void stopGateway() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void request_toATrustedDnsName_isServed() {
        try (HttpUpstream upstream = HttpUpstream.startTls("secure", trusted.tls())) {
            String host = "localhost:" + upstream.port();
            assertThat(gateway.get(host)).as(gateway::toString).isEqualTo(upstream.answerFor(host));
        }
    }

    @Test
    void request_toATrustedIpAddress_isServed() {
        try (HttpUpstream upstream = HttpUpstream.startTls("secure", trusted.tls())) {
            String host = "127.0.0.1:" + upstream.port();
            assertThat(gateway.get(host)).as(gateway::toString).isEqualTo(upstream.answerFor(host));
        }
    }

    @Test
    void request_toAnUntrustedCertificate_isRefused() {
        try (HttpUpstream upstream = HttpUpstream.startTls("impostor", untrusted.tls())) {
            long before = failures("fail_verify_error");
            assertThat(gateway.get("localhost:" + upstream.port()).status())
                    .as(gateway::toString)
                    .isEqualTo(503);
            assertThat(failures("fail_verify_error")).isGreaterThan(before);
        }
    }

    @Test
    void request_toACertificateOfAnotherDnsName_isRefused() {
        try (HttpUpstream upstream = HttpUpstream.startTls("impostor", ofAnotherName.tls())) {
            long before = failures("fail_verify_san");
            assertThat(gateway.get("localhost:" + upstream.port()).status())
                    .as(gateway::toString)
                    .isEqualTo(503);
            assertThat(failures("fail_verify_san")).isGreaterThan(before);
        }
    }

    @Test
    void request_toACertificateOfAnotherIpAddress_isRefused() {
        try (HttpUpstream upstream = HttpUpstream.startTls("impostor", ofAnotherName.tls())) {
            long before = failures("fail_verify_san");
            assertThat(gateway.get("127.0.0.1:" + upstream.port()).status())
                    .as(gateway::toString)
                    .isEqualTo(503);
            assertThat(failures("fail_verify_san")).isGreaterThan(before);
        }
    }

    /** Every host has a cluster, hence statistics, of its own. */
    private static long failures(String counter) {
        return gateway.envoy().stats(counter).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
