// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatewaybackends.cli.GwbInProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the input, translation neither fails nor emits what Envoy refuses.
 *
 * <p>{@code -Drandom.sets=100000} makes it look longer, {@code -Drandom.seed=7} elsewhere.
 */
class RandomInputsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SETS = Integer.getInteger("random.sets", 1000);
    private static final long SEED = Long.getLong("random.seed", 20_261_124);
    /** Few, because each makes a translator of its own. */
    private static final List<Map<String, String>> SETTINGS = List.of(
            Map.of(),
            Map.of("dnsLookupFamily", "V6_ONLY"),
            Map.of("referenceGrantMode", "OFF", "gcp.http2", "true"),
            Map.of("static.ipv6-in-brackets", "false", "gcp.refuse-unusable-values", "false"));

    /** In the ai clusters of the KGATEWAY profiles, which a stock Envoy does not know. */
    private static final String VENDOR_FILTER = "io.kgateway.wait";

    private static ClusterVerdicts verdicts;

    @BeforeAll
    static void prepare(@TempDir Path directory) {
        EnvoyBinary.path();
        verdicts = new ClusterVerdicts(directory);
    }

    static List<Profile> profiles() {
        return Profile.all();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void manifests_atRandom_areTranslatedIntoWhatEnvoyAccepts(Profile profile) throws JsonProcessingException {
        RandomManifests manifests = new RandomManifests(SEED + profile.name().hashCode());
        List<String> sets = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < SETS; i++) {
            sets.add(manifests.next());
            ObjectNode line = MAPPER.createObjectNode().put("id", i).put("manifests", sets.get(i));
            line.set("settings", MAPPER.valueToTree(SETTINGS.get(i % SETTINGS.size())));
            input.append(line).append('\n');
        }
        List<String> arguments = new ArrayList<>(List.of("translate", "--jsonl", "--show-secrets"));
        arguments.addAll(profile.options());

        GwbInProcess gwb = GwbInProcess.runWithInput(input.toString(), arguments.toArray(String[]::new));

        assertThat(gwb.err()).isEmpty();
        assertThat(gwb.status()).isEqualTo(1);
        List<String> answers = gwb.out().lines().toList();
        assertThat(answers).hasSameSizeAs(sets);
        List<JsonNode> clusters = new ArrayList<>();
        Map<String, Integer> translated = new TreeMap<>();
        Map<String, Integer> rejected = new TreeMap<>();
        for (int i = 0; i < SETS; i++) {
            JsonNode answer = MAPPER.readTree(answers.get(i));
            assertThat(answer.path("id").asInt()).isEqualTo(i);
            assertThat(answer.path("diagnostics"))
                    .as("set %d of %s:%n%s", i, profile, sets.get(i))
                    .noneMatch(diagnostic -> diagnostic.path("reason").asText().equals("Internal"));
            for (JsonNode backend : answer.path("backends")) {
                boolean accepted = backend.path("conditions")
                        .path(0)
                        .path("status")
                        .asText()
                        .equals("True");
                assertThat(backend.has("cluster"))
                        .as("%s in set %d of %s:%n%s", backend, i, profile, sets.get(i))
                        .isEqualTo(accepted);
                (accepted ? translated : rejected).merge(backend.path("type").asText(), 1, Integer::sum);
            }
            for (JsonNode cluster : answer.path("clusters")) {
                if (!cluster.toString().contains(VENDOR_FILTER)) {
                    clusters.add(cluster);
                }
            }
            answer.path("endpoints").forEach(assignment -> clusters.add(withInlineEndpoints(assignment)));
        }
        // Else this would show nothing.
        assertThat(translated)
                .containsOnlyKeys("ai", "aws", "dynamicForwardProxy", "gcp", "priorityGroups", "static")
                .allSatisfy((type, count) -> assertThat(count).as(type).isGreaterThan(SETS / 20));
        assertThat(rejected).containsKeys("ai", "aws", "dynamicForwardProxy", "gcp", "priorityGroups", "static");
        assertThat(verdicts.refusals(clusters)).isEmpty();
    }

    /** The endpoints of a cluster that takes them from a management server, in one that does not. */
    private static JsonNode withInlineEndpoints(JsonNode assignment) {
        ObjectNode cluster = MAPPER.createObjectNode().put("type", "STATIC").put("connectTimeout", "5s");
        cluster.set("loadAssignment", assignment);
        return cluster;
    }
}
