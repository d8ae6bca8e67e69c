// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.spi.PluginRegistry;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ResourceVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares our verdicts with those of the CRDs, on objects of every kind in every channel and version. */
class CrdOracleTest {
    private static final int DOCUMENTS = Integer.getInteger("oracle.documents", 1000);
    private static final long SEED = Long.getLong("oracle.seed", 20261124L);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** CRDs and the profile that stands for them. */
    private record Schemas(String directory, ValidationProfile profile) {}

    private static final List<Schemas> SCHEMAS = List.of(
            new Schemas("gateway-api/standard", ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN)),
            new Schemas("gateway-api/experimental", ValidationProfile.of(Channel.EXPERIMENTAL, KgatewayVersion.MAIN)),
            new Schemas("kgateway/2.1", ValidationProfile.of(Channel.STANDARD, KgatewayVersion.V2_1)),
            new Schemas("kgateway/main", ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN)));

    @TestFactory
    Stream<DynamicTest> verdict_onRandomObjects_isThatOfTheCrd() {
        Path directory = Crds.directory();
        assumeTrue(directory != null, "CRD_DIR names no directory with CRDs; see CONTRIBUTING.md");
        return SCHEMAS.stream()
                .flatMap(schemas -> Crds.read(directory.resolve(schemas.directory())).stream()
                        .filter(crd -> !crd.kind().equals("BackendConfigPolicy"))
                        .map(crd -> DynamicTest.dynamicTest(
                                crd + " of " + schemas.directory(), () -> compare(crd, schemas.profile()))));
    }

    private static void compare(Crds.Served crd, ValidationProfile profile) {
        PluginRegistry plugins = PluginRegistry.discover();
        ResourceReader reader = ResourceReader.builder()
                .backendTypes(plugins.types())
                .profile(profile)
                .build();
        ResourceValidator validator = ResourceValidator.builder()
                .definitions(plugins.definitions())
                .profile(profile)
                .build();
        CrdOracle oracle = new CrdOracle(crd);
        RandomDocuments documents = new RandomDocuments(SEED);
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode object = documents.next(crd);
            CrdOracle.Verdict expected = oracle.judge(object);
            ResourceSet read = reader.readMap(MAPPER.convertValue(object, MAP));
            ResourceVerdict verdict = validator.validate(read).verdicts().get(0);
            String what = "%s, object %d of seed %d:%n%s%nthe CRD: %s%nwe: %s"
                    .formatted(crd, i, SEED, object.toPrettyString(), expected, verdict.errors());
            assertThat(verdict.isAccepted()).as(what).isEqualTo(expected.isAccepted());
            for (String message : expected.messages()) {
                assertThat(verdict.errors())
                        .as(what)
                        .anyMatch(error -> error.message().contains(message));
            }
            if (expected.isAccepted()) {
                accepted++;
                assertThat(unknownFields(verdict)).as(what).isEqualTo(expected.unknownFields());
            }
        }
        // Else this would show nothing.
        assertThat(accepted).as("accepted objects").isBetween(DOCUMENTS / 50, DOCUMENTS - DOCUMENTS / 50);
    }

    private static List<String> unknownFields(ResourceVerdict verdict) {
        return verdict.entry().problems().stream()
                .filter(problem -> problem.reason().equals(Reason.UNKNOWN_FIELD))
                .map(Diagnostic::path)
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
