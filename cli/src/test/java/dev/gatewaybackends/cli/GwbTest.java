// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GwbTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAIR = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: r, namespace: shop}
            spec:
              hostnames: [shop.example]
              rules:
                - matches: [{path: {value: /a/}}, {path: {type: Exact, value: /b}, method: GET}]
                  filters: [{type: RequestHeaderModifier, requestHeaderModifier: {remove: [x]}}]
                  backendRefs: [{group: gateway.kgateway.dev, kind: Backend, name: b, port: 9}]
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: b, namespace: shop}
            spec: {static: {appProtocol: http2, hosts: [{host: api.example, port: 8443}]}}
            """;

    @Test
    void translate_byDefault_printsOneDocumentForEachResource() {
        GwbRunner.Result result = GwbRunner.run(PAIR, "translate");

        assertThat(result.status()).isEqualTo(Gwb.OK);
        assertThat(result.out()).isEqualTo("""
                # HTTPRoute shop/r
                #   spec.rules[0].backendRefs[0] -> cluster backend_shop_b_0
                ---
                # Backend shop/b
                "@type": type.googleapis.com/envoy.config.cluster.v3.Cluster
                name: backend_shop_b_0
                connect_timeout: "5s"
                load_assignment:
                  cluster_name: backend_shop_b_0
                  endpoints:
                  - lb_endpoints:
                    - endpoint:
                        address:
                          socket_address:
                            address: api.example
                            port_value: 8443
                        health_check_config:
                          hostname: api.example
                        hostname: api.example
                typed_extension_protocol_options:
                  envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
                    "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
                    explicit_http_config:
                      http2_protocol_options: {}
                cluster_type:
                  name: envoy.clusters.dns
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.clusters.dns.v3.DnsCluster
                    dns_lookup_family: V4_PREFERRED
                """);
        assertThat(result.err())
                .isEqualTo("WARNING -:9:75: HTTPRoute shop/r: spec.rules[0].backendRefs[0].port: port 9 is "
                        + "ignored: Backend shop/b defines its own port, 8443 [PortIgnored]\n");
    }

    @Test
    void translateJson_isOneObjectWithEverything() throws IOException {
        GwbRunner.Result result = GwbRunner.run(PAIR, "translate", "-o", "json", "-");
        JsonNode json = JSON.readTree(result.out());

        assertThat(result.err()).isEmpty();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "clusters",
                        "endpoints",
                        "secrets",
                        "requirements",
                        "routes",
                        "references",
                        "backends",
                        "diagnostics");
        assertThat(json.at("/clusters/0/connectTimeout").asText()).isEqualTo("5s");
        assertThat(json.at("/routes/0/backendRefs/0/outcome").asText()).isEqualTo("Resolved");
        assertThat(json.at("/routes/0/conditions/0/status").asText()).isEqualTo("True");
        assertThat(json.at("/backends/0/type").asText()).isEqualTo("static");
        assertThat(json.at("/diagnostics/0/reason").asText()).isEqualTo("PortIgnored");
        assertThat(json.at("/diagnostics/0/line").asInt()).isEqualTo(9);
    }

    @Test
    void translateBootstrap_isACompleteConfiguration_andSaysWhatItLeavesOut() {
        GwbRunner.Result result = GwbRunner.run(PAIR, "translate", "-o", "bootstrap", "--listen", "127.0.0.1:18080");

        assertThat(result.status()).isEqualTo(Gwb.OK);
        assertThat(result.out())
                .contains("port_value: 18080", "path_separated_prefix: /a", "path: /b", "- shop.example")
                .contains("cluster: backend_shop_b_0", "validate_clusters: false");
        assertThat(result.out().indexOf("path: /b")).isLessThan(result.out().indexOf("path_separated_prefix: /a"));
        assertThat(result.err()).contains("spec.rules[0].filters: it is not part of the bootstrap");
    }

    @Test
    void translateJsonl_answersEachLineOnItsOwn() throws IOException {
        String backend = "apiVersion: gateway.kgateway.dev/v1alpha1\\nkind: Backend\\nmetadata: {name: b}\\n"
                + "spec: {static: {hosts: [{host: a.example, port: 80}]}}\\n";
        GwbRunner.Result result = GwbRunner.run(
                "{\"id\": 1, \"manifests\": \"" + backend + "\", \"settings\": {\"dnsLookupFamily\": \"ALL\"}}\n\n"
                        + "{\"id\": \"two\", \"manifests\": \"{\"}\n",
                "translate",
                "--jsonl");
        String[] lines = result.out().split("\n", -1);

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(lines).hasSize(3);
        assertThat(JSON.readTree(lines[0]).at("/id").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(lines[0])
                        .at("/clusters/0/clusterType/typedConfig/dnsLookupFamily")
                        .asText())
                .isEqualTo("ALL");
        assertThat(JSON.readTree(lines[1]).at("/id").asText()).isEqualTo("two");
        assertThat(JSON.readTree(lines[1]).at("/diagnostics/0/reason").asText()).isEqualTo("Unreadable");
    }

    @Test
    void validate_text_endsWithACount() {
        GwbRunner.Result result = GwbRunner.run(PAIR.replace("8443", "84430"), "validate");

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(result.out())
                .startsWith("ERROR -:14:")
                .contains("84430 is not a valid port")
                .endsWith("2 resources, 1 with errors\n");
    }

    @Test
    void validateJson_separatesErrorsFromFindings() throws IOException {
        GwbRunner.Result result =
                GwbRunner.run(PAIR.replace("8443", "84430").replace("shop.example", "SHOP"), "validate", "-o", "json");
        JsonNode json = JSON.readTree(result.out());

        assertThat(json.at("/resources/0/verdict").asText()).isEqualTo("rejected");
        assertThat(json.at("/resources/1/verdict").asText()).isEqualTo("accepted");
        assertThat(json.at("/resources/1/findings")).hasSize(1);
        assertThat(json.at("/diagnostics")).hasSize(2);
    }

    @Test
    void validateJsonl_answersWithTheApiServersVerdict() throws IOException {
        GwbRunner.Result result =
                GwbRunner.run("""
                {"id": "a", "object": {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "more": 1}}
                {"id": "b", "object": {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "A"}}}
                {"id": "c", "object": {"kind": "ConfigMap"}}
                """, "validate", "--jsonl", "--channel", "experimental", "--kgateway-version", "2.1");
        String[] lines = result.out().split("\n", -1);

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(JSON.readTree(lines[0]).at("/verdict").asText()).isEqualTo("accepted");
        assertThat(JSON.readTree(lines[0]).at("/unknownFields/0").asText()).isEqualTo("more");
        assertThat(JSON.readTree(lines[1]).at("/verdict").asText()).isEqualTo("rejected");
        assertThat(JSON.readTree(lines[2]).at("/errors/0").asText()).isEqualTo("apiVersion: Required value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "translate --set no.such=1            | there is no setting no.such",
                "translate --set core.empty-metadata=1 | core.empty-metadata: '1' is not a switch",
                "translate --profile kgateway --kgateway-version 2.0 | the output of kgateway 2.0 is not reproduced",
                "translate --profile kgateway --kgateway-version 9 | '9' is not a kgateway version",
                "translate --listen nowhere           | 'nowhere' is not an address",
                "translate --listen a:70000           | 'a:70000' is not an address",
                "translate -o xml                     | Invalid value for option '--output'",
                "translate --no-such                  | Unknown option: '--no-such'",
                "validate --kgateway-version x        | 'x' is not a kgateway version",
                "validate --jsonl                     | not a JSON object",
                "nonsense                             | Unmatched argument"
            })
    void wrongUsage_isNamedAndEndsWith2(String line, String expected) {
        GwbRunner.Result result = GwbRunner.run("{", bootstrapped(line).split(" "));

        assertThat(result.status()).isEqualTo(Gwb.USAGE);
        assertThat(result.err()).contains(expected);
    }

    private static String bootstrapped(String line) {
        return line.contains("--listen") ? line + " -o bootstrap" : line;
    }

    @ParameterizedTest
    @CsvSource({
        "--help, Exit status:",
        "translate --help, --kgateway-version",
        "validate --help, --channel",
        "--version, gwb"
    })
    void help_isPrintedToStandardOutput(String line, String expected) {
        GwbRunner.Result result = GwbRunner.run("", line.split(" "));

        assertThat(result.status()).isEqualTo(Gwb.OK);
        assertThat(result.out()).contains(expected).endsWith("\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void noCommand_printsTheHelp() {
        assertThat(GwbRunner.run("").out()).contains("Usage: gwb");
    }

    @Test
    void severity_isInColourOnATerminalOnly() {
        assertThat(GwbRunner.run(PAIR, true, "translate").err()).startsWith("\u001B[33mWARNING\u001B[0m -:9:75");
        assertThat(GwbRunner.run("{", true, "translate").err()).startsWith("\u001B[31mERROR\u001B[0m ");
    }

    @Test
    void controlCharacters_ofTheInput_neverReachTheTerminal() {
        String text = "{apiVersion: v1, kind: ConfigMap, metadata: {name: \"\\e[31mred\"}}";

        assertThat(GwbRunner.run(text, "translate").err()).doesNotContain("\u001B");
    }
}
