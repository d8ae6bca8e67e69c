// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that always says yes would be worth nothing. */
class ClusterVerdictsTest {
    private static final String MANAGED =
            "{name: x, type: EDS, connectTimeout: 5s, edsClusterConfig: {edsConfig: {ads: {}, resourceApiVersion: V3}}%s}";

    private static ClusterVerdicts verdicts;

    @BeforeAll
    static void prepare(@TempDir Path directory) {
        EnvoyBinary.path();
        verdicts = new ClusterVerdicts(directory);
    }

    @Test
    void refusals_severalClusters_areThoseOfTheBadOnes() {
        List<String> refusals = verdicts.refusals(List.of(
                complete("192.0.2.10"),
                complete("010.0.0.1"),
                complete("192.0.2.11"),
                complete("192.0.2.12"),
                complete("a.example")));

        assertThat(refusals).hasSize(2);
        assertThat(refusals.get(0)).contains("malformed IP address: 010.0.0.1", "\"address\":\"010.0.0.1\"");
        assertThat(refusals.get(1)).contains("malformed IP address: a.example");
    }

    @Test
    void refusals_goodClusters_areNone() {
        assertThat(verdicts.refusals(List.of())).isEmpty();
        assertThat(verdicts.refusals(
                        List.of(complete("192.0.2.10"), complete("192.0.2.10"), json(MANAGED.formatted("")))))
                .isEmpty();
    }

    @Test
    void refusals_managedCluster_areThoseOfARunningEnvoy() {
        List<String> refusals = verdicts.refusals(List.of(
                json(MANAGED.formatted("")),
                json(MANAGED.formatted(", lbPolicy: CLUSTER_PROVIDED")),
                complete("192.0.2.10")));

        assertThat(refusals).singleElement().asString().contains("cluster provided LB specified but cluster 'c1'");
    }

    private static JsonNode complete(String address) {
        return json(
                "{name: x, type: STATIC, connectTimeout: 5s, loadAssignment: {clusterName: x, endpoints: [{lbEndpoints: [{"
                        + "endpoint: {address: {socketAddress: {address: " + address + ", portValue: 80}}}}]}]}}");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replaceAll("([\\w.@]+)", "\"$1\""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
