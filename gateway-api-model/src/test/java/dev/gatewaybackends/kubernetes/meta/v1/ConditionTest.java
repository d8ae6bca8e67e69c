// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static ConditionBuilder accepted() {
        return ConditionBuilder.builder()
                .type("Accepted")
                .status(ConditionStatus.TRUE)
                .observedGeneration(0L)
                .lastTransitionTime("2026-01-01T00:00:00Z")
                .reason("Accepted")
                .message("");
    }

    @Test
    void condition_withinTheSchema_isValid() {
        assertThat(Violations.standard(accepted().build())).isEmpty();
        assertThat(Violations.standard(accepted().observedGeneration(null).build()))
                .isEmpty();
        assertThat(Violations.standard(accepted().message("m".repeat(32768)).build()))
                .isEmpty();
    }

    @Test
    void condition_withoutAnything_missesWhatIsRequired() {
        assertThat(Violations.standard(ConditionBuilder.builder().build()))
                .containsExactly(
                        "lastTransitionTime: @NotNull",
                        "message: @NotNull",
                        "reason: @NotNull",
                        "status: @NotNull",
                        "type: @NotNull");
    }

    @Test
    void condition_againstALimit_isReported() {
        assertThat(Violations.standard(accepted()
                        .type("a/".repeat(2))
                        .observedGeneration(-1L)
                        .lastTransitionTime("today")
                        .reason("")
                        .message("m".repeat(32769))
                        .build()))
                .containsExactly(
                        "lastTransitionTime: @DateTime",
                        "message: @Chars",
                        "observedGeneration: @Min",
                        "reason: @Chars",
                        "reason: @Matches",
                        "type: @Matches");
    }

    @ParameterizedTest
    @CsvSource({
        "Ready, true",
        "example.com/Ready, true",
        "a, true",
        "Not-Ready_1.x, true",
        "'', false",
        "-a, false",
        "a/b/c, false"
    })
    void type_text_isAQualifiedName(String type, boolean valid) {
        assertThat(Violations.standard(accepted().type(type).build()).isEmpty()).isEqualTo(valid);
    }

    @Test
    void status_toString_isTheJsonLiteral() {
        assertThat(ConditionStatus.values()).extracting(Object::toString).containsExactly("True", "False", "Unknown");
    }
}
