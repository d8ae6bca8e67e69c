// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsBackendsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MACHINES = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: web, namespace: shop}
            spec: {aws: {ec2: {port: 8080, filters: [{key: app}]}}}
            """;
    private static final String INSTANCES = """
            [
              {"instanceId": "i-2", "zone": "b", "privateIp": "10.0.0.2", "tags": {"app": "web"}},
              {"instanceId": "i-1", "region": "us-east-1", "zone": "a", "privateIp": "10.0.0.1", "publicIp": null,
               "tags": {"app": ""}},
              {"instanceId": "i-3", "region": "eu-west-1", "zone": "a", "privateIp": "10.0.0.3", "tags": {"app": "web"}},
              {"instanceId": "i-4", "zone": "a", "privateIp": "", "tags": {"app": "web"}}
            ]
            """;
    private static final String FUNCTION = """
            apiVersion: v1
            kind: Secret
            metadata: {name: keys, namespace: shop}
            stringData: {accessKey: CANARY1, secretKey: CANARY2, sessionToken: CANARY3}
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: orders, namespace: shop}
            spec:
              aws:
                accountId: "123456789012"
                auth: {type: Secret, secretRef: {name: keys}}
                lambda: {functionName: order-placed}
            """;

    @TempDir
    private Path directory;

    @Test
    void translate_ec2WithInstances_printsTheEndpointsOfTheRegion() throws IOException {
        GwbRunner.Result result = GwbRunner.run(
                MACHINES, "translate", "-o", "json", "--enable-ec2", "--ec2-instances", instances(INSTANCES));

        assertThat(result.status()).isEqualTo(Gwb.OK);
        JsonNode json = JSON.readTree(result.out());
        assertThat(json.at("/endpoints/0/endpoints")).hasSize(2);
        assertThat(address(json, 0)).isEqualTo("10.0.0.1");
        assertThat(address(json, 1)).isEqualTo("10.0.0.2");
        assertThat(json.at("/backends/0/conditions/1/message").asText()).isEqualTo("2 endpoints active");
    }

    private static String address(JsonNode json, int locality) {
        return json.at("/endpoints/0/endpoints/" + locality + "/lbEndpoints/0/endpoint/address/socketAddress/address")
                .asText();
    }

    @Test
    void translate_ec2WithoutTheOption_isAnError() {
        GwbRunner.Result result = GwbRunner.run(MACHINES, "translate");

        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
        assertThat(result.err())
                .contains("EC2 Backends are refused unless the setting aws.ec2.enabled is on [Forbidden]");
    }

    @Test
    void translate_ec2WithoutInstances_warns() {
        GwbRunner.Result result = GwbRunner.run(MACHINES, "translate", "--enable-ec2");

        assertThat(result.status()).isEqualTo(Gwb.OK);
        assertThat(result.err()).contains("WARNING").contains("its instances were not listed yet");
    }

    @Test
    void translate_ec2AsBootstrap_hasTheEndpointsInline() throws IOException {
        GwbRunner.Result result = GwbRunner.run(
                MACHINES, "translate", "-o", "bootstrap", "--enable-ec2", "--ec2-instances", instances(INSTANCES));

        assertThat(result.status()).isEqualTo(Gwb.OK);
        assertThat(result.out()).contains("address: \"10.0.0.1\"").doesNotContain("eds_cluster_config");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is not JSON",
                "{} | expected a list of instances",
                "[1] | instance 0: expected an object",
                "[{}] | instance 0: instanceId is missing",
                "[{\"instanceId\": 1}] | instance 0: instanceId is no text",
                "[{\"instanceId\": \"i-1\", \"zones\": \"a\"}] | instance 0: unknown field zones",
                "[{\"instanceId\": \"i-1\"}, {\"instanceId\": \"i-2\", \"tags\": {\"a\": 1}}] | instance 1: tags: a is no text",
                "[{\"instanceId\": \"i-1\", \"tags\": []}] | instance 0: tags is no object"
            })
    void translate_instancesNotAsExpected_isAUsageError(String content, String problem) throws IOException {
        String file = instances(content);

        GwbRunner.Result result = GwbRunner.run(MACHINES, "translate", "--enable-ec2", "--ec2-instances", file);

        assertThat(result.status()).isEqualTo(Gwb.USAGE);
        assertThat(result.err()).startsWith("gwb: " + file + ": " + problem);
    }

    @Test
    void translate_instancesFileMissing_isAUsageError() {
        String file = directory.resolve("absent.json").toString();

        GwbRunner.Result result = GwbRunner.run(MACHINES, "translate", "--ec2-instances", file);

        assertThat(result.status()).isEqualTo(Gwb.USAGE);
        assertThat(result.err()).isEqualTo("gwb: " + file + ": cannot be read\n");
    }

    @Test
    void translateLines_instancesOfALine_areThatLinesAlone() throws IOException {
        String file = instances("[{\"instanceId\": \"i-9\", \"zone\": \"z\", \"privateIp\": \"10.0.0.9\", "
                + "\"tags\": {\"app\": \"\"}}]");
        String other = directory.resolve("other.json").toString();
        Files.writeString(Path.of(other), INSTANCES);
        String lines = line(
                        "inline",
                        ", \"settings\": {\"enableEc2\": true, \"ec2Instances\": " + INSTANCES.replace("\n", " ") + "}")
                + line(
                        "file",
                        ", \"settings\": {\"enableEc2\": true, \"ec2Instances\": " + JSON.writeValueAsString(other)
                                + "}")
                + line("neither", ", \"settings\": {\"enableEc2\": true}")
                + line("off", "");

        GwbRunner.Result result = GwbRunner.run(lines, "translate", "--jsonl", "--ec2-instances", file);

        String[] answers = result.out().split("\n");
        assertThat(answers).hasSize(4);
        assertThat(JSON.readTree(answers[0]).at("/endpoints/0/endpoints")).hasSize(2);
        assertThat(JSON.readTree(answers[1]).at("/endpoints/0/endpoints")).hasSize(2);
        assertThat(address(JSON.readTree(answers[2]), 0)).isEqualTo("10.0.0.9");
        assertThat(JSON.readTree(answers[3]).at("/clusters")).isEmpty();
        assertThat(result.status()).isEqualTo(Gwb.ERRORS);
    }

    private static String line(String id, String settings) throws IOException {
        return "{\"id\": \"" + id + "\", \"manifests\": " + JSON.writeValueAsString(MACHINES) + settings + "}\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "bootstrap"})
    void translate_keysOfASecret_areHiddenUnlessAskedFor(String output) {
        GwbRunner.Result hidden = GwbRunner.run(FUNCTION, "translate", "-o", output);
        GwbRunner.Result shown = GwbRunner.run(FUNCTION, "translate", "-o", output, "--show-secrets");

        assertThat(hidden.status()).isEqualTo(Gwb.OK);
        assertThat(hidden.out() + hidden.err()).doesNotContain("CANARY").contains("[hidden]");
        assertThat(shown.out()).contains("CANARY1", "CANARY2", "CANARY3");
        assertThat(shown.err()).doesNotContain("CANARY");
    }

    @Test
    void translate_hiddenKeysInABootstrap_saysThatItCannotSign() {
        String notice = "gwb: keys are hidden, so their clusters cannot sign; --show-secrets prints them";

        assertThat(GwbRunner.run(FUNCTION, "translate", "-o", "bootstrap").err())
                .contains(notice);
        assertThat(GwbRunner.run(FUNCTION, "translate", "-o", "bootstrap", "--show-secrets")
                        .err())
                .doesNotContain(notice);
    }

    @Test
    void translateAndValidate_badKeys_areNotShown() {
        String bad = FUNCTION.replace("CANARY1", "'CANARY1 x'").replace("CANARY2", "\"CANARY2\\n.\"");

        for (String[] arguments : new String[][] {
            {"translate"},
            {"translate", "-o", "json"},
            {"translate", "--profile", "kgateway"},
            {"validate"},
            {"validate", "-o", "json"}
        }) {
            GwbRunner.Result result = GwbRunner.run(bad, arguments);
            assertThat(result.out() + result.err()).doesNotContain("CANARY");
        }
    }

    private String instances(String content) throws IOException {
        return Files.writeString(directory.resolve("instances.json"), content).toString();
    }
}
