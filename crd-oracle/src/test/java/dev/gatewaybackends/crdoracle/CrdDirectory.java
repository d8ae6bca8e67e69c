// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory of CRDs that the property {@code crd.dir} or the variable {@code CRD_DIR} names. */
final class CrdDirectory {
    /** Why nothing is compared when no directory is named. */
    static final String ABSENCE =
            "no CRDs to compare our validation with: neither CRD_DIR nor -Dcrd.dir names a directory "
                    + "of them, see CONTRIBUTING.md";

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private CrdDirectory() {}

    /** Returns the directory; empty if none is named. */
    static Optional<Path> named() {
        return Stream.of(System.getProperty("crd.dir", ""), System.getenv().getOrDefault("CRD_DIR", ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(Path::of);
    }

    /** Returns every served version in the directory, in the order of releases, kinds and versions. */
    static List<CrdVersion> read(Path directory) {
        List<CrdVersion> versions = new ArrayList<>();
        for (Release release : Release.values()) {
            Path place = directory.resolve(release.directory());
            List<CrdVersion> found = new ArrayList<>();
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(name -> name.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    addAll(release, file, found);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(place + ": cannot be read", e);
            }
            if (found.isEmpty()) {
                throw new IllegalStateException(place + ": there are no CRDs");
            }
            versions.addAll(found);
        }
        return versions;
    }

    private static void addAll(Release release, Path file, List<CrdVersion> found) throws IOException {
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(file.toFile())) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                String kind = document.at("/spec/names/kind").asText();
                if (document.path("kind").asText().equals("CustomResourceDefinition") && release.compares(kind)) {
                    for (JsonNode version : document.at("/spec/versions")) {
                        if (version.path("served").asBoolean()) {
                            found.add(new CrdVersion(
                                    release,
                                    document.at("/spec/group").asText()
                                            + '/'
                                            + version.path("name").asText(),
                                    kind,
                                    document.at("/spec/scope").asText().equals("Namespaced"),
                                    version.path("subresources").has("status"),
                                    version.at("/schema/openAPIV3Schema")));
                        }
                    }
                }
            }
        }
    }
}
