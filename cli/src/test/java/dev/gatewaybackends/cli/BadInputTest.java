// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    private static final String GOOD = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: good}
            spec: {static: {hosts: [{host: 10.0.0.1, port: 80}]}}
            """;

    @TempDir
    private Path folder;

    private static String backend(String spec) {
        return "apiVersion: gateway.kgateway.dev/v1alpha1\nkind: Backend\nmetadata: {name: bad}\nspec: " + spec + "\n";
    }

    private static String host(String host) {
        return backend("{static: {hosts: [" + host + "]}}");
    }

    private static String route(String ref) {
        return "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: bad}\n"
                + "spec: {rules: [{backendRefs: [{group: gateway.kgateway.dev, kind: Backend, " + ref + "}]}]}\n";
    }

    private static String aliasBomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(10));
            text.append("x]\n");
        }
        return text.toString();
    }

    static Stream<Arguments> badDocuments() {
        return Stream.of(
                Arguments.of("not YAML", "kind: [unclosed\n", "bad.yaml:2:1: expected ',' or ']'"),
                Arguments.of(
                        "truncated", "apiVersion: v1\nkind: \"Sec", "bad.yaml:2:11: found unexpected end of stream"),
                Arguments.of("no object", "just text\n", "bad.yaml:1:1: a document must be an object"),
                Arguments.of(
                        "10 MB scalar",
                        "apiVersion: v1\ndata: " + "x".repeat(10_000_000) + "\n",
                        "bad.yaml:2:1: a value is longer than 2097152 characters"),
                Arguments.of("alias bomb", aliasBomb(), "the aliases add more than 100000 values"),
                Arguments.of(
                        "deep",
                        "a: " + "[".repeat(100) + "]".repeat(100) + "\n",
                        "bad.yaml:1:67: nested deeper than 64"),
                Arguments.of("very deep", "a: " + "[".repeat(50_000), "bad.yaml:1:67: nested deeper than 64"),
                Arguments.of(
                        "duplicate key",
                        backend("{static: {hosts: []}, static: {hosts: []}}"),
                        "bad.yaml:4:29: Backend default/bad: spec.static: the key is there already"),
                Arguments.of(
                        "wrong type",
                        backend("{static: {hosts: 7}}"),
                        "bad.yaml:4:17: Backend default/bad: spec.static.hosts: Invalid value: \"integer\""),
                Arguments.of(
                        "unknown kind",
                        "apiVersion: gateway.kgateway.dev/v1alpha1\nkind: Bakkend\nmetadata: {name: bad}\n",
                        "bad.yaml:2:1: Bakkend bad: kind: there is no kind \"Bakkend\""),
                Arguments.of(
                        "unknown member",
                        backend("{kafka: {}}"),
                        "bad.yaml:4:8: Backend default/bad: spec.kafka: no plugin for the Backend type \"kafka\""),
                Arguments.of(
                        "two members",
                        backend("{static: {hosts: [{host: a, port: 1}]}, dynamicForwardProxy: {}}"),
                        "bad.yaml:4:1: Backend default/bad: spec: Invalid value: exactly one of the fields in"),
                Arguments.of("no member", backend("{}"), "must be set [Invalid]"),
                Arguments.of(
                        "port 0",
                        host("{host: a, port: 0}"),
                        "bad.yaml:4:35: Backend default/bad: spec.static.hosts[0].port: 0 is not a valid port "
                                + "(expected: 1 to 65535)"),
                Arguments.of("port 70000", host("{host: a, port: 70000}"), "70000 is not a valid port"),
                Arguments.of("port -1", host("{host: a, port: -1}"), "-1 is not a valid port"),
                Arguments.of("port 80.7", host("{host: a, port: 80.7}"), "must be of type int32: \"float64\""),
                Arguments.of("port \"80\"", host("{host: a, port: \"80\"}"), "must be of type integer: \"string\""),
                Arguments.of("port over int32", host("{host: a, port: 3000000000}"), "with format int32"),
                Arguments.of("no port", host("{host: a}"), "spec.static.hosts[0].port: Required value"),
                Arguments.of("empty host", host("{host: \"\", port: 80}"), "should be at least 1 chars long"),
                Arguments.of(
                        "missing Backend",
                        route("name: absent"),
                        "bad.yaml:4:31: HTTPRoute default/bad: spec.rules[0].backendRefs[0]: Backend default/absent not found "
                                + "[BackendNotFound]"),
                Arguments.of(
                        "missing grant",
                        route("name: good, namespace: other"),
                        "no ReferenceGrant in the namespace other permits the reference to Backend other/good "
                                + "[RefNotPermitted]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badDocuments")
    void badDocument_isReportedWithItsPlaceAndCostsNobodyElseAnything(String name, String text, String expected)
            throws IOException {
        GwbRunner.Result alone = GwbRunner.run(GOOD, "translate", "-");
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, text);

        GwbRunner.Result both = GwbRunner.run(GOOD, "translate", bad.toString(), "-");

        assertThat(both.status()).isEqualTo(Gwb.ERRORS);
        assertThat(both.err().replace(folder + "/", "")).contains(expected).contains("ERROR bad.yaml:");
        assertThat(alone.status()).isEqualTo(Gwb.OK);
        assertThat(clusters(both.out())).isEqualTo(clusters(alone.out()));
    }

    /** The output without the comments on routes that come before the first document. */
    private static String clusters(String out) {
        return out.substring(out.indexOf("---\n"));
    }

    private static String matching(String path) {
        return route("name: good")
                .replace("rules: [{", "rules: [{matches: [{path: {type: RegularExpression, value: '" + path + "'}}], ");
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("nested quantifiers", "((((a*)+)*)+)*b", "regex: \"((((a*)+)*)+)*b\"", ""),
                Arguments.of("500 parentheses", "(".repeat(500) + ")".repeat(500), "regex: \"((((((", ""),
                Arguments.of(
                        "100,000 parentheses",
                        "(".repeat(100_000) + ")".repeat(100_000),
                        "",
                        "may not be more than 1024 "),
                Arguments.of("unclosed", "(".repeat(1_000), "", "it is no expression that Envoy understands"),
                Arguments.of("looking around", "(?=a)+", "", "it is no expression that Envoy understands"),
                Arguments.of(
                        "too many repetitions", "(a{1000}){1001}", "", "it is no expression that Envoy understands"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void expression_ofAPathMatch_isPrintedOrReported(String name, String regex, String printed, String reported) {
        String input = GOOD + "---\n" + matching(regex);
        GwbRunner.Result bootstrap = GwbRunner.run(input, "translate", "-o", "bootstrap");
        GwbRunner.Result json = GwbRunner.run(input, "translate", "-o", "json");

        assertThat(bootstrap.status()).isEqualTo(printed.isEmpty() ? Gwb.ERRORS : Gwb.OK);
        assertThat(bootstrap.out()).contains("static_resources:", "name: backend_default_good_0", printed);
        assertThat(bootstrap.out().contains("regex:")).isEqualTo(!printed.isEmpty());
        assertThat(bootstrap.err()).contains(reported).doesNotContain("Exception");
        assertThat(json.out()).startsWith("{").endsWith("}\n");
        assertThat(json.err()).isEmpty();
    }

    @Test
    void list_ofAHundredThousand_isOneDiagnosticInLinearTime() {
        String refs = "{name: s, port: 80}, ".repeat(100_000);
        String input = GOOD + "---\n" + route("name: good").replace("backendRefs: [", "backendRefs: [" + refs);

        GwbRunner.Result result =
                assertTimeoutPreemptively(Duration.ofMinutes(1), () -> GwbRunner.run(input, "translate"));

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(result.err())
                .isEqualTo("ERROR -:9:17: HTTPRoute default/bad: spec.rules[0].backendRefs: Too many: 100001: "
                        + "must have at most 16 items [TooMany]\n");
        assertThat(result.out()).contains("name: backend_default_good_0");
    }

    @Test
    void inputThatCannotBeOpened_isUsage() {
        GwbRunner.Result result =
                GwbRunner.run("", "translate", folder.resolve("absent.yaml").toString());

        assertThat(result.status()).isEqualTo(Gwb.USAGE);
        assertThat(result.err()).contains("absent.yaml: there is no such file");
    }

    @Test
    void inputThatIsNoText_isReported() throws IOException {
        Path file = folder.resolve("bytes.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe});

        GwbRunner.Result result = GwbRunner.run("", "translate", file.toString());

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(result.err()).contains("bytes.yaml:1:1: the input is not UTF-8 text");
    }
}
