// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the records of all kinds. */
class KindsTest {
    static Stream<Class<? extends Record>> records() {
        return Kinds.records();
    }

    @ParameterizedTest
    @MethodSource("records")
    void collections_changedAfterwardsOrLater_areNotChangedInTheRecord(Class<? extends Record> type) {
        Map<String, String> map = new LinkedHashMap<>(Map.of("a", "b"));
        List<Object> list = new ArrayList<>(Arrays.asList(null, null));
        Record made = Kinds.create(
                type,
                component -> component.getType() == List.class ? list : component.getType() == Map.class ? map : null);
        list.clear();
        map.clear();

        for (RecordComponent component : type.getRecordComponents()) {
            Object value = Kinds.value(made, component);
            if (value instanceof List<?> items) {
                assertThat(items).as(component.getName()).hasSize(2);
                assertThatThrownBy(items::clear).isInstanceOf(UnsupportedOperationException.class);
            } else if (value instanceof Map<?, ?> entries) {
                assertThat(entries).as(component.getName()).hasSize(1);
                assertThatThrownBy(entries::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }

    /** A list is null only where the schema requires it, or as its own package says. */
    @ParameterizedTest
    @MethodSource("records")
    void collections_absent_areEmptyUnlessRequired(Class<? extends Record> type) {
        Record made = Kinds.create(type, component -> null);

        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == List.class || component.getType() == Map.class) {
                boolean required = component.getAccessor().isAnnotationPresent(NotNull.class);
                assertThat(Kinds.value(made, component) == null)
                        .as(component.getName())
                        .isEqualTo(required);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void violations_ofAnEmptyRecord_areItsRequiredComponents(Class<? extends Record> type) {
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(NotNull.class))
                .map(component -> component.getName() + ": @NotNull")
                .toList();

        assertThat(Violations.experimental(Kinds.create(type, component -> null)).stream()
                        .filter(violation -> violation.endsWith(": @NotNull")))
                .containsExactlyInAnyOrderElementsOf(required);
    }

    static Stream<Class<? extends Record>> kinds() {
        return Kinds.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void kind_withoutAnything_hasItsNamesAndItsNewestVersion(Class<? extends Record> type) throws Exception {
        KubernetesResource made = (KubernetesResource) Kinds.create(type, component -> null);

        assertThat(made.kind()).isEqualTo(type.getField("KIND").get(null)).isEqualToIgnoringCase(type.getSimpleName());
        assertThat(made.group()).isEqualTo(type.getField("GROUP").get(null));
        assertThat(made.apiVersion())
                .isEqualTo(
                        type.getSimpleName().startsWith("X")
                                ? "gateway.networking.x-k8s.io/v1alpha1"
                                : "gateway.networking.k8s.io/v1");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void apiVersion_asWritten_isKept(Class<? extends Record> type) {
        KubernetesResource made = (KubernetesResource)
                Kinds.create(type, component -> component.getName().equals("apiVersion") ? "a/v0" : null);

        assertThat(made.apiVersion()).isEqualTo("a/v0");
    }
}
