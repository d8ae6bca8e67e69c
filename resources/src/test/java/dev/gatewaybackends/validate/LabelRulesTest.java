// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRulesTest {
    private static List<Diagnostic> check(Map<String, String> labels, Map<String, String> annotations) {
        ObjectMeta metadata = ObjectMetaBuilder.builder()
                .name("b")
                .labels(labels)
                .annotations(annotations)
                .build();
        return LabelRules.check(new ResourceKey("", "Secret", "default", "b"), metadata);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A9", "a.b_c-d", "example.com/a", "a-b.c0/X", "0"})
    void key_thatIsAQualifiedName_isAccepted(String key) {
        assertThat(check(Map.of(key, "v"), Map.of(key, "any thing"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-a", "a-", "/a", "a/", "a/b/c", "Example.com_/a", "ä", "a..b/c"})
    void key_thatIsNoQualifiedName_isRefusedForLabelsAndAnnotations(String key) {
        assertThat(check(Map.of(key, "v"), Map.of()))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.path()).hasToString("metadata.labels"));
        assertThat(check(Map.of(), Map.of(key, "v")))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.path()).hasToString("metadata.annotations"));
    }

    @Test
    void prefix_ofAnAnnotation_mayHaveCapitals() {
        assertThat(check(Map.of(), Map.of("Example.com/a", "v"))).isEmpty();
        assertThat(check(Map.of("Example.com/a", "v"), Map.of())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-a", "a.", "a/b", "é"})
    void value_ofALabelThatIsNoName_isRefused(String value) {
        assertThat(check(Map.of("app", value), Map.of())).hasSize(1);
    }

    @Test
    void lengths_atTheirLimits_areAcceptedAndBeyondRefused() {
        String name = "n".repeat(63);

        assertThat(check(Map.of(name, name, "empty", ""), Map.of())).isEmpty();
        assertThat(check(Map.of(name + "n", "v"), Map.of())).hasSize(1);
        assertThat(check(Map.of("app", name + "n"), Map.of())).hasSize(1);
        assertThat(check(Map.of(), Map.of("a", "x".repeat(256 * 1024 - 1)))).isEmpty();
        assertThat(check(Map.of(), Map.of("a", "x".repeat(256 * 1024))))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasToString(
                                "ERROR Secret default/b: metadata.annotations: Too long: may not be more than 262144 "
                                        + "bytes [TooLong]"));
    }
}
