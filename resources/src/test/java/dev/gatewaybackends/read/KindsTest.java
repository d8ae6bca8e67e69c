// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.gatewayapi.v1.Gateway;
import dev.gatewaybackends.gatewayapi.v1.PendingConditions;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XMesh;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.read.document.UnreadableException;
import dev.gatewaybackends.read.document.YamlDocument;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.settings.ReadLimits;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ResourceVerdict;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of the Gateway API, read from a document that has each of its fields and fields that nobody knows. */
class KindsTest {
    private static final PluginRegistry NO_BACKENDS = PluginRegistry.of();
    private static final ValidationProfile STANDARD = ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN);
    private static final ValidationProfile EXPERIMENTAL =
            ValidationProfile.of(Channel.EXPERIMENTAL, KgatewayVersion.MAIN);
    private static final ResourceCodec CODEC = ResourceCodec.of(NO_BACKENDS);

    private static ResourceSet read(ValidationProfile profile, String text) {
        return ResourceReader.builder()
                .plugins(NO_BACKENDS)
                .profile(profile)
                .build()
                .readText(text);
    }

    private static ResourceSet read(Path document) throws IOException {
        return read(EXPERIMENTAL, Files.readString(document));
    }

    static Stream<Path> documents() throws Exception {
        Path directory = Path.of(KindsTest.class.getResource("kinds").toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_readAndValidated_isAcceptedAndItsUnknownFieldsAreReported(Path document) throws Exception {
        ResourceSet resources = read(document);
        ResourceValidator validator = ResourceValidator.builder()
                .plugins(PluginRegistry.of())
                .profile(EXPERIMENTAL)
                .build();

        assertThat(validator.validate(resources).verdicts()).allMatch(ResourceVerdict::isAccepted);
        assertThat(resources.all(UnrecognizedResource.class)).isEmpty();
        assertThat(resources.diagnostics().all()).isNotEmpty().allSatisfy(found -> {
            assertThat(found.reason()).isEqualTo(Reason.UNKNOWN_FIELD);
            assertThat(found.path().toString()).containsPattern("[.]unknown[A-Za-z]*$");
        });
        assertThat(resources.diagnostics().all())
                .hasSize(Files.readString(document).split("unknown[A-Za-z]*:", -1).length - 1);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void document_readAndWritten_losesNothing(Path document) throws Exception {
        String text = Files.readString(document);
        String written = CODEC.toYaml(read(EXPERIMENTAL, text));

        assertThat(trees(written)).isEqualTo(trees(text));
        assertThat(CODEC.toYaml(read(EXPERIMENTAL, written))).isEqualTo(written);
    }

    private static List<JsonNode> trees(String text) throws UnreadableException {
        List<JsonNode> trees = new ArrayList<>();
        for (String document : text.split("(?m)^---$", -1)) {
            trees.add(YamlDocument.parse(document, ReadLimits.DEFAULTS).root());
        }
        return trees;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void record_writtenAndRead_isEqual(Path document) throws Exception {
        for (ResourceEntry entry : read(document).entries()) {
            KubernetesResource resource = entry.resource();

            assertThat(CODEC.read(CODEC.toYaml(resource), resource.getClass())).isEqualTo(resource);
            assertThat(CODEC.read(CODEC.toJson(resource), resource.getClass())).isEqualTo(resource);
        }
    }

    /** Guards the documents: a new component must be added to them. */
    @Test
    void documents_allTogether_haveEveryComponentOfEveryRecord() throws Exception {
        Map<Class<?>, Set<String>> missing = new LinkedHashMap<>();
        for (Path document : documents().toList()) {
            for (ResourceEntry entry : read(document).entries()) {
                cross((Record) entry.resource(), missing);
            }
        }
        missing.remove(ObjectMeta.class);

        assertThat(missing).hasSizeGreaterThan(90);
        assertThat(missing.values())
                .allSatisfy(components -> assertThat(components).isEmpty());
    }

    /** Crosses out the components that have a value. */
    private static void cross(Object value, Map<Class<?>, Set<String>> missing) throws ReflectiveOperationException {
        if (value instanceof Record owner) {
            Set<String> left = missing.computeIfAbsent(owner.getClass(), type -> names(type));
            for (RecordComponent component : owner.getClass().getRecordComponents()) {
                Object part = component.getAccessor().invoke(owner);
                if (part != null && !part.equals(List.of()) && !part.equals(Map.of())) {
                    left.remove(component.getName());
                    cross(part, missing);
                }
            }
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                cross(item, missing);
            }
        }
    }

    private static Set<String> names(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "TCPRoute, gateway.networking.k8s.io/v1alpha2, apiVersion: Unsupported value",
        "UDPRoute, gateway.networking.k8s.io/v1alpha2, apiVersion: Unsupported value",
        "TLSRoute, gateway.networking.k8s.io/v1alpha2, apiVersion: Unsupported value",
        "TLSRoute, gateway.networking.k8s.io/v1alpha3, apiVersion: Unsupported value",
        "BackendTLSPolicy, gateway.networking.k8s.io/v1alpha3, apiVersion: Unsupported value",
        "XBackend, gateway.networking.x-k8s.io/v1alpha1, kind: there is no kind",
        "XBackendTrafficPolicy, gateway.networking.x-k8s.io/v1alpha1, kind: there is no kind",
        "XMesh, gateway.networking.x-k8s.io/v1alpha1, kind: there is no kind"
    })
    void version_ofTheExperimentalChannelOnly_isNotServedInTheStandardOne(
            String kind, String apiVersion, String problem) {
        String text = "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: a}, spec: {}}";

        assertThat(read(STANDARD, text).diagnostics().errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.path() + ": " + error.message()).startsWith(problem));
        assertThat(read(STANDARD, text).all(UnrecognizedResource.class)).hasSize(1);
        assertThat(read(EXPERIMENTAL, text).all(UnrecognizedResource.class)).isEmpty();
        assertThat(read(ValidationProfile.LENIENT, text).all(UnrecognizedResource.class))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GatewayClass, gateway.networking.k8s.io/v1, ",
        "XMesh, gateway.networking.x-k8s.io/v1alpha1, ",
        "Gateway, gateway.networking.k8s.io/v1, default"
    })
    void namespace_ofAClusterScopedKind_isNotDefaulted(String kind, String apiVersion, String namespace) {
        ResourceEntry entry = read(
                        EXPERIMENTAL,
                        "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: a}, spec: {}}")
                .entries()
                .get(0);

        assertThat(entry.resource().metadata().namespace()).isEqualTo(namespace);
        assertThat(entry.key().namespace()).isEqualTo(namespace == null ? "" : namespace);
    }

    @Test
    void status_absentOrEmpty_hasTheDefaultsOfTheCrd() {
        String mesh = "{apiVersion: gateway.networking.x-k8s.io/v1alpha1, kind: XMesh, metadata: {name: a}, spec: {}";

        assertThat(read(EXPERIMENTAL, mesh + "}")
                        .all(XMesh.class)
                        .get(0)
                        .status()
                        .conditions())
                .isEqualTo(PendingConditions.ACCEPTED);
        assertThat(read(EXPERIMENTAL, mesh + ", status: {}}")
                        .all(XMesh.class)
                        .get(0)
                        .status()
                        .conditions())
                .isEqualTo(PendingConditions.ACCEPTED_AND_PROGRAMMED);
        assertThat(read(
                                STANDARD,
                                "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: a}, spec: {}}")
                        .all(Gateway.class)
                        .get(0)
                        .status()
                        .conditions())
                .isEqualTo(PendingConditions.ACCEPTED_AND_PROGRAMMED);
    }
}
