// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.read.ResourceCodec;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.validate.CrdVerdicts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server says about {@code spec.priorityGroups}. */
class PriorityGroupsSchemaTest {
    private static final String NOT_EMPTY = "Invalid value: backend reference name must not be empty";

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_4", "MAIN"})
    void groups_ofNames_areRead(KgatewayVersion version) {
        ResourceSet read = read("[{backendRefs: [{name: a}, {name: b}]}, {backendRefs: [{name: a}]}]", version);

        assertThat(read.diagnostics()).isEmpty();
        assertThat(CrdVerdicts.errors(read, version)).isEmpty();
        assertThat(read.all(Backend.class).get(0).spec().source())
                .isEqualTo(PriorityGroupsBackend.of(PriorityGroup.of("a", "b"), PriorityGroup.of("a")));
    }

    @Test
    void groups_madeInJava_areWrittenAndReadBack() {
        ResourceCodec codec = ResourceCodec.create();
        Backend backend = Backend.of(
                ObjectMeta.of("shop", "web"), PriorityGroupsBackend.of(PriorityGroup.of("a"), PriorityGroup.of("b")));

        String yaml = codec.toYaml(backend);

        assertThat(yaml).endsWith("""
                spec:
                  priorityGroups:
                  - backendRefs:
                    - name: a
                  - backendRefs:
                    - name: b
                """);
        assertThat(codec.read(yaml, Backend.class)).isEqualTo(backend);
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_1", "V2_2", "V2_3"})
    void member_before24_isUnknown(KgatewayVersion version) {
        ResourceSet read = read("[{backendRefs: [{name: a}]}]", version);

        assertThat(read.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "WARNING text:8:3: Backend shop/web: spec.priorityGroups: unknown field [UnknownField]");
        assertThat(CrdVerdicts.errors(read, version)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: ''}", "{}", "{name: null}", "{name: a}, {name: ''}"})
    void names_emptyOrAbsent_breakTheRule(String refs) {
        assertThat(errors("[{backendRefs: [{name: a}]}, {backendRefs: [" + refs + "]}]"))
                .containsExactly("spec.priorityGroups[1].backendRefs: " + NOT_EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "'[{backendRefs: [{name: a}, {name: b}, {name: a}]}]', spec.priorityGroups[0].backendRefs[2]: Duplicate value",
        "'[{backendRefs: [{name: a}]}, {}]', spec.priorityGroups[1].backendRefs: Required value",
        "'[{backendRefs: []}]', 'spec.priorityGroups[0].backendRefs: Invalid value: 0: "
                + "spec.priorityGroups[0].backendRefs in body should have at least 1 items'",
        "[], 'spec.priorityGroups: Invalid value: 0: spec.priorityGroups in body should have at least 1 items'",
        "{}, 'spec.priorityGroups: Invalid value: \"object\": spec.priorityGroups in body must be of type array: "
                + "\"object\"'",
        "'[{backendRefs: [{name: a}, b]}]', 'spec.priorityGroups[0].backendRefs[1]: Invalid value: \"string\": "
                + "spec.priorityGroups[0].backendRefs[1] in body must be of type object: \"string\"'",
        "'[{backendRefs: [{name: 7}]}]', 'spec.priorityGroups[0].backendRefs[0].name: Invalid value: \"integer\": "
                + "spec.priorityGroups[0].backendRefs[0].name in body must be of type string: \"integer\"'"
    })
    void groups_thatBreakTheSchema_areRefused(String groups, String error) {
        assertThat(errors(groups)).containsExactly(error);
    }

    @Test
    void names_twoAbsent_areAlsoADuplicate() {
        assertThat(errors("[{backendRefs: [{}, {}]}]"))
                .contains("spec.priorityGroups[0].backendRefs[1]: Duplicate value");
    }

    @Test
    void items_upTo16_areAccepted() {
        assertThat(errors(groups(16))).isEmpty();
        assertThat(errors(groups(17))).containsExactly("spec.priorityGroups: Too many: 17: must have at most 16 items");
        assertThat(errors("[" + group(16) + "]")).isEmpty();
        assertThat(errors("[" + group(17) + "]"))
                .containsExactly("spec.priorityGroups[0].backendRefs: Too many: 17: must have at most 16 items");
    }

    private static String groups(int count) {
        return IntStream.range(0, count).mapToObj(i -> group(1)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String group(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{name: b" + i + "}")
                .collect(Collectors.joining(", ", "{backendRefs: [", "]}"));
    }

    private static List<String> errors(String groups) {
        return CrdVerdicts.errors(read(groups, KgatewayVersion.MAIN), KgatewayVersion.MAIN);
    }

    private static ResourceSet read(String groups, KgatewayVersion version) {
        return CrdVerdicts.read("""
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata:
                          name: web
                          namespace: shop
                        spec:
                          type: PriorityGroups
                          priorityGroups: GROUPS
                        """.replace("GROUPS", groups), version);
    }
}
