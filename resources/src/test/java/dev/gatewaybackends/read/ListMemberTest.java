// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.validate.ResourceValidator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A union member of {@code Backend.spec} that is a list: its record is written as its only component. */
class ListMemberTest {
    /** Public, as those of plugins are: validation reads them from another package. */
    public record Step(
            @NotNull @Chars(min = 2) String name,
            @DefaultJson("1") Integer times) {}

    public record StepsBackend(
            @JsonValue @NotNull @Size(min = 1, max = 2) List<@NotNull @Valid Step> steps) implements BackendSource {
        public StepsBackend {
            steps = Copies.requiredList(steps);
        }
    }

    private static final BackendType<StepsBackend> TYPE = BackendType.of("steps", StepsBackend.class);
    private static final BackendDefinition<StepsBackend> DEFINITION = () -> TYPE;
    private static final PluginRegistry PLUGINS = PluginRegistry.of(DEFINITION);
    private static final ResourceCodec CODEC = ResourceCodec.of(PLUGINS);

    private static ResourceSet read(String steps) {
        return ResourceReader.builder().plugins(PLUGINS).build().readText("""
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata: {name: q, namespace: ns}
                        spec: {steps: %s}
                        """.formatted(steps));
    }

    private static BackendSource source(ResourceSet resources) {
        return resources.all(Backend.class).get(0).spec().source();
    }

    @Test
    void list_ofObjects_isBoundWithDefaultsAndUnknownFields() {
        ResourceSet resources = read("[{name: one}, {name: two, times: 3, nope: 1}]");

        assertThat(source(resources)).isEqualTo(new StepsBackend(List.of(new Step("one", 1), new Step("two", 3))));
        assertThat(resources.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("WARNING text:4:51: Backend ns/q: spec.steps[1].nope: unknown field [UnknownField]");
    }

    @Test
    void list_madeInJava_isWrittenAsAList() {
        Backend backend = Backend.of(ObjectMeta.of("ns", "q"), new StepsBackend(List.of(new Step("one", 1))));

        assertThat(CODEC.toMap(backend).get("spec"))
                .isEqualTo(Map.of("steps", List.of(Map.of("name", "one", "times", 1))));
        assertThat(CODEC.read(CODEC.toYaml(backend), Backend.class)).isEqualTo(backend);
        assertThat(CODEC.read(CODEC.toMap(backend), Backend.class)).isEqualTo(backend);
    }

    @Test
    void list_empty_isWrittenToo() {
        Backend backend = Backend.of(ObjectMeta.of("ns", "q"), new StepsBackend(List.of()));

        assertThat(CODEC.toMap(backend).get("spec")).isEqualTo(Map.of("steps", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"{}, object", "{0: {name: one}}, object", "7, integer", "text, string"})
    void member_noList_isReportedAndCounts(String value, String type) {
        ResourceSet resources = read(value);

        assertThat(resources.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("ERROR text:4:8: Backend ns/q: spec.steps: Invalid value: \"" + type
                        + "\": spec.steps in body must be of type array: \"" + type + "\" [TypeInvalid]");
        assertThat(source(resources)).isEqualTo(new UnrecognizedBackend("steps", Map.of()));
    }

    @Test
    void constraints_violated_nameTheItem() {
        assertThat(errors("[{name: one}, {name: x}]"))
                .containsExactly(
                        "ERROR text:4:30: Backend ns/q: spec.steps[1].name: Invalid value: \"x\": spec.steps[1].name in "
                                + "body should be at least 2 chars long [Invalid]");
        assertThat(errors("[]"))
                .containsExactly(
                        "ERROR text:4:8: Backend ns/q: spec.steps: Invalid value: 0: spec.steps in body should "
                                + "have at least 1 items [Invalid]");
        assertThat(errors("[null]"))
                .containsExactly("ERROR text:4:16: Backend ns/q: spec.steps[0]: Invalid value: \"null\": spec.steps[0] "
                        + "in body must be of type object: \"null\" [TypeInvalid]");
    }

    private static List<String> errors(String steps) {
        return ResourceValidator.builder()
                .plugins(PLUGINS)
                .build()
                .validate(read(steps))
                .verdicts()
                .get(0)
                .errors()
                .stream()
                .map(Diagnostic::toString)
                .toList();
    }
}
