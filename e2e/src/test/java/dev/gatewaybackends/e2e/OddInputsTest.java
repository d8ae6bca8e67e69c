// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.cli.GwbInProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of odd input, Envoy accepts it. */
class OddInputsTest {
    /** As YAML scalars. Which names of zones are known depends on the machine, so only a number stands for them here. */
    private static final List<String> HOSTS = List.of(
            "'[::1]'",
            "'[10.0.0.1]'",
            "'[fe80::1%1]'",
            "'::1'",
            "'::'",
            "'::ffff:10.0.0.1'",
            "'::ffff:010.0.0.1'",
            "'fe80::1%1'",
            "'fe80::1%'",
            "'1:2:3:4:5:6:7::'",
            "'1:2:3:4:5:6:7:8:9'",
            "'12345::1'",
            "'010.0.0.1'",
            "'0.0.0.0'",
            "'255.255.255.255'",
            "'256.1.1.1'",
            "'10.0.0'",
            "'10.0.0.1.'",
            "'0x7f.1'",
            "'2130706433'",
            "'10.0.0.1:80'",
            "'10.0.0.0/8'",
            "'my_service.example'",
            "'-a.example'",
            "'a..b'",
            "'.'",
            "'*.example'",
            "'http://web.example/'",
            "''",
            "' '",
            "' 10.0.0.1'",
            "'a b'",
            "'bücher.example'",
            "\"a\\tb\"",
            "\"a\\nb\"",
            "\"a\\0b\"",
            "\"\\ud800\"",
            "\"\\U0001f600\"",
            "'%'",
            "'" + "n".repeat(300) + "'",
            "'" + "a.".repeat(5000) + "'",
            "null",
            "{}");

    /** As YAML scalars. */
    private static final List<String> PORTS = List.of(
            "0",
            "-1",
            "1",
            "65535",
            "65536",
            "4294967376",
            "80.0",
            "80.5",
            "'80'",
            "1e2",
            "null",
            "'x'",
            "1".repeat(400));

    @TempDir
    private static Path directory;

    private static Validation validation;

    @BeforeAll
    static void prepare() {
        EnvoyBinary.path();
        validation = new Validation(directory);
    }

    static List<Profile> profiles() {
        return Profile.all();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void hosts_howeverOdd_areAcceptedByEnvoy(Profile profile) throws IOException {
        assertAccepted(
                profile, HOSTS.stream().map(host -> hostAndPort(host, "8080")).toList());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void ports_howeverOdd_areAcceptedByEnvoy(Profile profile) throws IOException {
        assertAccepted(
                profile,
                PORTS.stream().map(port -> hostAndPort("127.0.0.1", port)).toList());
    }

    static List<String> expressions() {
        return List.of(
                "/orders/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/(lines|history|status).*",
                "/" + "(a|b)?".repeat(160), "/(a{100}){10}", "((((a*)+)*)+)*b", "(".repeat(500) + ")".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void expressions_howeverLarge_areAcceptedByEnvoy(String regex) throws IOException {
        Path input = Files.writeString(
                directory.resolve("input.yaml"),
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: web, namespace: default}
                spec:
                  parentRefs: [{name: gateway}]
                  rules:
                    - matches:
                        - path: {type: RegularExpression, value: 'REGEX'}
                          headers: [{type: RegularExpression, name: x-order, value: 'REGEX'}]
                          queryParams: [{type: RegularExpression, name: order, value: 'REGEX'}]
                      backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: good}]
                """.replace("REGEX", regex) + backend("good", "{host: 127.0.0.1, port: 8080}"));

        GwbInProcess gwb = validation.accepts(input, Profile.all().get(0), List.of());

        assertThat(gwb.err()).isEmpty();
        assertThat(gwb.out()).contains("regex:");
    }

    private static String hostAndPort(String host, String port) {
        return "{host: " + host + ", port: " + port + "}";
    }

    /** Every host is a Backend of its own, beside one that is as it should be. */
    private static void assertAccepted(Profile profile, List<String> hosts) throws IOException {
        StringBuilder manifest = new StringBuilder(backend("good", "{host: 127.0.0.1, port: 8080}"));
        for (int i = 0; i < hosts.size(); i++) {
            manifest.append(backend("odd-" + i, hosts.get(i)));
        }
        Path input = Files.writeString(directory.resolve("input.yaml"), manifest);
        GwbInProcess gwb = validation.accepts(input, profile, List.of());
        assertThat(gwb.out()).contains("backend_default_good_0");
        assertThat(gwb.err()).contains("Backend default/odd-");
    }

    private static String backend(String name, String host) {
        return """
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: %s, namespace: default}
                spec: {static: {hosts: [%s]}}
                """.formatted(name, host);
    }
}
