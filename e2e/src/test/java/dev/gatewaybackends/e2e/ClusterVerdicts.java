// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Envoy's verdict on many clusters, as proto3 JSON, in few runs. Clusters that are equal but for their names are shown once.
 *
 * <p>Those that are complete in themselves go into the bootstrap of a run that only validates. Validation crashes on those
 * that take endpoints or secrets from a management server, so a running Envoy reads them from a file.
 */
final class ClusterVerdicts {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BATCH = 2000;

    private final Path directory;
    private final Path trust;

    /** Makes the trust roots that clusters rely on, in a directory for scratch files. */
    ClusterVerdicts(Path directory) {
        this.directory = directory;
        this.trust = directory.resolve("trust.pem");
        try {
            Files.writeString(
                    trust,
                    TestCertificate.of(directory, "trust", "dns:trust.example").pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what Envoy says of each cluster that it refuses, and the cluster. */
    List<String> refusals(Collection<JsonNode> clusters) {
        Set<JsonNode> distinct = new LinkedHashSet<>();
        clusters.forEach(cluster -> distinct.add(renamed(cluster, "c")));
        List<JsonNode> complete = new ArrayList<>();
        List<JsonNode> managed = new ArrayList<>();
        int number = 0;
        for (JsonNode cluster : distinct) {
            JsonNode named = renamed(cluster, "c" + number++);
            (isManaged(named) ? managed : complete).add(named);
        }
        List<String> refusals = new ArrayList<>();
        for (int from = 0; from < complete.size(); from += BATCH) {
            addRefused(complete.subList(from, Math.min(from + BATCH, complete.size())), refusals);
        }
        if (!managed.isEmpty()) {
            addRefusedByARunningEnvoy(managed, refusals);
        }
        return refusals;
    }

    private JsonNode renamed(JsonNode cluster, String name) {
        ObjectNode renamed = withTrust(cluster.deepCopy());
        renamed.put("name", name);
        if (renamed.get("loadAssignment") instanceof ObjectNode assignment) {
            assignment.put("clusterName", name);
        }
        return renamed;
    }

    /** Envoy refuses a cluster whose files it cannot read, and those of the proxy's own machine need not be on this one. */
    private <T extends JsonNode> T withTrust(T node) {
        if (node instanceof ObjectNode object && object.has("filename")) {
            object.put("filename", trust.toString());
        }
        node.forEach(this::withTrust);
        return node;
    }

    private static boolean isManaged(JsonNode cluster) {
        return cluster.has("edsClusterConfig") || cluster.findValue("sdsConfig") != null;
    }

    /** Validation stops at the first error and often does not name its cluster, so what is refused is halved. */
    private void addRefused(List<JsonNode> clusters, List<String> refusals) {
        ObjectNode bootstrap = bootstrap();
        bootstrap.withObject("/staticResources").set("clusters", array(clusters));
        Command envoy = EnvoyProcess.validate(write("validated.json", bootstrap));
        if (envoy.status() == 0) {
            return;
        }
        if (clusters.size() == 1) {
            refusals.add(envoy.output() + clusters.get(0));
            return;
        }
        int half = clusters.size() / 2;
        addRefused(clusters.subList(0, half), refusals);
        addRefused(clusters.subList(half, clusters.size()), refusals);
    }

    private void addRefusedByARunningEnvoy(List<JsonNode> clusters, List<String> refusals) {
        ObjectNode response = MAPPER.createObjectNode().put("versionInfo", "1");
        ArrayNode resources = response.putArray("resources");
        for (JsonNode cluster : clusters) {
            resources
                    .addObject()
                    .put("@type", "type.googleapis.com/envoy.config.cluster.v3.Cluster")
                    .setAll((ObjectNode) cluster);
        }
        Path file = write("clusters.json", response);
        ObjectNode bootstrap = bootstrap();
        bootstrap.withObject("/staticResources").set("clusters", array(List.of(managementServer())));
        bootstrap
                .withObject("/dynamicResources/adsConfig")
                .put("apiType", "GRPC")
                .put("transportApiVersion", "V3")
                .putArray("grpcServices")
                .addObject()
                .withObject("/envoyGrpc")
                .put("clusterName", "xds");
        bootstrap
                .withObject("/dynamicResources/cdsConfig")
                .put("resourceApiVersion", "V3")
                .withObject("/pathConfigSource")
                .put("path", file.toString());
        try (EnvoyProcess envoy = EnvoyProcess.startReadingClusters(write("managed.json", bootstrap))) {
            if (envoy.stats("cluster_manager.cds.update_rejected").values().stream()
                    .anyMatch(count -> count > 0)) {
                refusals.add(envoy + response.toString());
            }
        }
    }

    /** It is never there: what it would deliver does not matter for the verdict. */
    private static JsonNode managementServer() {
        try {
            return MAPPER.readTree("""
                    {"name": "xds", "type": "STATIC", "loadAssignment": {"clusterName": "xds", "endpoints": [{"lbEndpoints": [
                      {"endpoint": {"address": {"socketAddress": {"address": "127.0.0.1", "portValue": 1}}}}]}]},
                     "typedExtensionProtocolOptions": {"envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                      "@type": "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                      "explicitHttpConfig": {"http2ProtocolOptions": {}}}}}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode bootstrap() {
        ObjectNode bootstrap = MAPPER.createObjectNode();
        bootstrap.withObject("/node").put("id", "e2e").put("cluster", "e2e");
        bootstrap
                .withObject("/staticResources")
                .putArray("secrets")
                .addObject()
                .put("name", "SYSTEM_CA_CERT")
                .withObject("/validationContext/trustedCa")
                .put("filename", trust.toString());
        return bootstrap;
    }

    private static ArrayNode array(List<JsonNode> nodes) {
        return MAPPER.createArrayNode().addAll(nodes);
    }

    private Path write(String name, JsonNode json) {
        try {
            return Files.write(directory.resolve(name), MAPPER.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
