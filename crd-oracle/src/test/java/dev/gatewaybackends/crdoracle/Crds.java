// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The CustomResourceDefinitions in a directory, which are other people's work and not part of this project. */
final class Crds {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Crds() {}

    /** One version of one kind. */
    record Served(String apiVersion, String kind, boolean namespaced, boolean hasStatus, JsonNode schema) {
        @Override
        public String toString() {
            return kind + " " + apiVersion;
        }
    }

    /** Returns the directory that {@code CRD_DIR} or {@code -Dcrd.dir} names; null if none does. */
    static @Nullable Path directory() {
        String named = System.getProperty("crd.dir", System.getenv("CRD_DIR"));
        return named == null || named.isBlank() ? null : Path.of(named);
    }

    /** Returns every served version of every kind below a directory, in the order of file names. */
    static List<Served> read(Path directory) {
        List<Served> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode document : YAML.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file.toFile())
                        .readAll()) {
                    if (document.path("kind").asText().equals("CustomResourceDefinition")) {
                        add(document.path("spec"), all);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void add(JsonNode spec, List<Served> all) {
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean()) {
                all.add(new Served(
                        spec.path("group").asText() + "/" + version.path("name").asText(),
                        spec.path("names").path("kind").asText(),
                        spec.path("scope").asText().equals("Namespaced"),
                        version.path("subresources").has("status"),
                        version.path("schema").path("openAPIV3Schema")));
            }
        }
    }
}
