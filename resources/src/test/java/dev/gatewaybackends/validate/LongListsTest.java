// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bad input that is long must take time in proportion to its length: with anything worse these tests do not end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LongListsTest {
    private static final int MANY = 1_000_000;
    private static final int MANY_BAD = 100_000;
    private static final ValidationProfile PROFILE = ValidationProfile.of(Channel.EXPERIMENTAL, KgatewayVersion.MAIN);

    private static ValidationResult validate(String kind, Map<String, ?> spec) {
        ResourceReader reader = ResourceReader.builder()
                .plugins(PluginRegistry.of())
                .profile(PROFILE)
                .build();
        ResourceValidator validator = ResourceValidator.builder()
                .plugins(PluginRegistry.of())
                .profile(PROFILE)
                .build();
        return validator.validate(reader.readMap(Map.of(
                "apiVersion",
                "gateway.networking.k8s.io/v1",
                "kind",
                kind,
                "metadata",
                Map.of("name", "a"),
                "spec",
                spec)));
    }

    /** Returns how often each path and message occurs, numbers left out. */
    private static Map<String, Long> errors(String kind, Map<String, ?> spec) {
        return validate(kind, spec).verdicts().get(0).errors().stream()
                .map(error -> error.path() + ": " + error.message().replaceFirst("(Invalid value: \"?[^\"]).*", "$1"))
                .map(error -> error.replaceAll("\\[\\d+]", "[]"))
                .filter(error -> !error.startsWith(":"))
                .collect(Collectors.groupingBy(error -> error, TreeMap::new, Collectors.counting()));
    }

    private static List<Object> many(int size, Object item) {
        return Collections.nCopies(size, item);
    }

    @Test
    void parentRefs_aMillionEqualOnes_areTooMany() {
        assertThat(errors("HTTPRoute", Map.of("parentRefs", many(MANY, Map.of("name", "gw")))))
                .containsExactly(entry("spec.parentRefs: Too many: 1000000: must have at most 32 items", 1L));
    }

    @Test
    void listeners_aMillionEqualOnes_areTooManyAndTheirNameIsReportedOnce() {
        Map<String, ?> listener = Map.of("name", "a", "port", 80, "protocol", "HTTP");

        assertThat(errors("Gateway", Map.of("gatewayClassName", "c", "listeners", many(MANY, listener))))
                .containsExactly(
                        entry("spec.listeners: Too many: 1000000: must have at most 64 items", 1L),
                        entry("spec.listeners[]: Duplicate value", 1L));
    }

    @Test
    void hostnames_aMillion_areTooMany() {
        assertThat(errors("GRPCRoute", Map.of("hostnames", many(MANY, "a.example"))))
                .containsExactly(entry("spec.hostnames: Too many: 1000000: must have at most 16 items", 1L));
    }

    @Test
    void items_manyOfTheWrongType_areEachReportedOnce() {
        Map<String, ?> spec = Map.of("parentRefs", many(MANY_BAD, "x"));

        assertThat(errors("HTTPRoute", spec))
                .containsExactly(
                        entry("spec.parentRefs: Too many: 100000: must have at most 32 items", 1L),
                        entry("spec.parentRefs[]: Invalid value: \"s", (long) MANY_BAD));
        assertThat(validate("HTTPRoute", spec).diagnostics().errors()).hasSize(2);
    }

    @Test
    void items_manyThatBreakAPattern_areEachReported() {
        Map<String, ?> rule = Map.of("backendRefs", List.of(Map.of("name", "a", "port", 1)));

        assertThat(errors("TLSRoute", Map.of("hostnames", many(MANY_BAD, "A"), "rules", List.of(rule))))
                .containsExactly(
                        entry("spec.hostnames: Too many: 100000: must have at most 1024 items", 1L),
                        entry("spec.hostnames[]: Invalid value: \"A", (long) MANY_BAD));
    }

    @Test
    void items_manyThatLackAField_areEachReported() {
        assertThat(errors("HTTPRoute", Map.of("parentRefs", many(MANY_BAD, Map.of("kind", 1)))))
                .containsExactly(
                        entry("spec.parentRefs: Too many: 100000: must have at most 32 items", 1L),
                        entry("spec.parentRefs[].kind: Invalid value: \"i", (long) MANY_BAD),
                        entry("spec.parentRefs[].name: Required value", (long) MANY_BAD));
    }

    @Test
    void headerValue_ofAMebibyte_isTooLongWhateverItsPattern() {
        String value = "x ".repeat(1 << 19);
        Map<String, ?> match = Map.of("headers", List.of(Map.of("name", "a", "value", value)));

        assertThat(errors("HTTPRoute", Map.of("rules", List.of(Map.of("matches", List.of(match))))))
                .containsExactly(
                        entry("spec.rules[].matches[].headers[].value: Invalid value: \"x", 1L),
                        entry("spec.rules[].matches[].headers[].value: Too long: may not be more than 4096 bytes", 1L));
    }
}
