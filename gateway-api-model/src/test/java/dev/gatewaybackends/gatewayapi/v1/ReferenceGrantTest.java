// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.gatewayapi.Violations;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceGrantTest {
    private static final ReferenceGrantFrom FROM = ReferenceGrantFrom.of(HttpRoute.GROUP, HttpRoute.KIND, "infra");
    private static final ReferenceGrantTo TO = ReferenceGrantTo.of("", "Service");

    private static List<String> violations(ReferenceGrantSpec spec) {
        return Violations.standard(ReferenceGrant.of(ObjectMeta.of("web", "demo"), spec));
    }

    @Test
    void grant_withinTheSchema_isValid() {
        assertThat(violations(ReferenceGrantSpec.of(FROM, TO))).isEmpty();
        assertThat(violations(new ReferenceGrantSpec(
                        Collections.nCopies(16, FROM),
                        Collections.nCopies(16, new ReferenceGrantTo("a.b", "C", "any name")))))
                .isEmpty();
    }

    @Test
    void lists_absent_areReportedAsRequired() {
        assertThat(violations(ReferenceGrantSpecBuilder.builder().build()))
                .containsExactly("spec.from: @NotNull", "spec.to: @NotNull");
        assertThat(Violations.standard(ReferenceGrantBuilder.builder().build()))
                .containsExactly("metadata: @NotNull", "spec: @NotNull");
    }

    @Test
    void lists_emptyOrTooLong_areReportedBySize() {
        assertThat(violations(new ReferenceGrantSpec(List.of(), Collections.nCopies(17, TO))))
                .containsExactly("spec.from: @Size", "spec.to: @Size");
    }

    @Test
    void entries_withoutRequiredParts_areReported() {
        ReferenceGrantSpec spec = ReferenceGrantSpec.of(
                ReferenceGrantFromBuilder.builder().build(),
                ReferenceGrantToBuilder.builder().build());

        assertThat(violations(spec))
                .containsExactly(
                        "spec.from[0].group: @NotNull",
                        "spec.from[0].kind: @NotNull",
                        "spec.from[0].namespace: @NotNull",
                        "spec.to[0].group: @NotNull",
                        "spec.to[0].kind: @NotNull");
        assertThat(violations(new ReferenceGrantSpec(Collections.singletonList(null), List.of(TO))))
                .containsExactly("spec.from[0].<list element>: @NotNull");
    }

    @Test
    void entries_againstTheScalarTypes_areReported() {
        ReferenceGrantSpec spec =
                ReferenceGrantSpec.of(ReferenceGrantFrom.of("A", "b.c", ""), new ReferenceGrantTo("/", "", ""));

        assertThat(violations(spec))
                .containsExactly(
                        "spec.from[0].group: @Matches",
                        "spec.from[0].kind: @Matches",
                        "spec.from[0].namespace: @Chars",
                        "spec.from[0].namespace: @Matches",
                        "spec.to[0].group: @Matches",
                        "spec.to[0].kind: @Chars",
                        "spec.to[0].kind: @Matches",
                        "spec.to[0].name: @Chars");
    }
}
