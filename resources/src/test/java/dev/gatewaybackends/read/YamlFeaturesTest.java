// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.queue;
import static dev.gatewaybackends.read.Manifests.queueOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Anchors, aliases and merges. */
class YamlFeaturesTest {
    private static Stream<Arguments> extras() {
        return Stream.of(
                Arguments.of("[&a x, *a, &a y, *a]", List.of("x", "x", "y", "y")),
                Arguments.of(
                        "{a: &a {b: [1]}, c: *a}", Map.of("a", Map.of("b", List.of(1)), "c", Map.of("b", List.of(1)))),
                Arguments.of("{a: &a 80, b: *a}", Map.of("a", 80, "b", 80)),
                Arguments.of("{&a k: v, l: *a, *a : w2}", null),
                Arguments.of(
                        "{a: &a {x: 1, y: 2}, b: {<<: *a, x: 3}}",
                        Map.of("a", Map.of("x", 1, "y", 2), "b", Map.of("x", 3, "y", 2))),
                Arguments.of(
                        "{a: &a {x: 1, y: 2}, b: {x: 3, <<: *a}}",
                        Map.of("a", Map.of("x", 1, "y", 2), "b", Map.of("x", 3, "y", 2))),
                Arguments.of("{b: {<<: [{x: 1}, {x: 2, y: 2}], z: 3}}", Map.of("b", Map.of("x", 1, "y", 2, "z", 3))),
                Arguments.of(
                        "{a: &a {x: 1}, b: &b {<<: *a, y: 2}, c: {<<: *b}}",
                        Map.of("a", Map.of("x", 1), "b", Map.of("x", 1, "y", 2), "c", Map.of("x", 1, "y", 2))),
                Arguments.of("{<<: {x: 1}, <<: {y: 2}}", Map.of("x", 1, "y", 2)),
                Arguments.of("{<<: {x: 1}, x: null}", null),
                Arguments.of("{'<<': {x: 1}}", Map.of("<<", Map.of("x", 1))),
                Arguments.of("{<<: {}, x: <<}", Map.of("x", "<<")),
                Arguments.of("{<<: []}", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("extras")
    void value_withAliasesAndMerges_isResolved(String written, Object value) {
        ResourceSet resources = Manifests.read(queue("extra: " + written));

        if (value != null) {
            assertThat(problems(resources)).isEmpty();
            assertThat(Manifests.source(resources).extra()).isEqualTo(value);
        } else if (written.contains("null")) {
            assertThat(Manifests.source(resources).extra()).hasToString("{x=null}");
        } else {
            assertThat(problems(resources)).hasSize(1).first().asString().endsWith("[Duplicate]");
        }
    }

    @Test
    void merge_order_isOwnKeysFirst() {
        assertThat(queueOf(queue("options: {<<: {c: 1a, a: 2a}, b: 3a, a: 4a}")).options())
                .containsExactly(Map.entry("b", "3a"), Map.entry("a", "4a"), Map.entry("c", "1a"));
    }

    private static Stream<Arguments> refused() {
        String merge = "a merge (<<) takes an object or a list of objects";
        return Stream.of(
                Arguments.of("{<<: text}", 17, merge),
                Arguments.of("{<<: 1}", 17, merge),
                Arguments.of("{<<: }", 16, merge),
                Arguments.of("{<<: [{x: 1}, 2]}", 17, merge),
                Arguments.of("{<<: [[{x: 1}]]}", 17, merge),
                Arguments.of("{a: *nowhere}", 16, "found an alias without an anchor"),
                Arguments.of("&a {b: *a}", 16, "an alias stands inside its own anchor"),
                Arguments.of("&a [*a]", 12, "an alias stands inside its own anchor"),
                Arguments.of("&a {<<: *a}", 16, "an alias stands inside its own anchor"),
                Arguments.of("{<<: [&a {<<: *a}]}", 22, "an alias stands inside its own anchor"),
                Arguments.of("&a {b: {c: [{<<: *a}]}}", 25, "an alias stands inside its own anchor"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void value_badAliasOrMerge_makesTheDocumentUnreadable(String written, int column, String problem) {
        assertThat(problems(queue("extra: " + written)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR text:6:" + column + ": ")
                .endsWith(": " + problem + " [Unreadable]");
    }

    @Test
    void problem_inAnAliasedOrMergedValue_isReportedForEachUseWhereItIsWritten() {
        assertThat(problems(queue("""
                servers:
                - &s {host: a, port: x}
                - *s
                - {<<: *s, host: b}
                """)))
                .extracting(problem -> problem.replaceFirst(": Invalid.*", ""))
                .containsExactly(
                        "ERROR text:7:20: Backend ns/q: spec.queue.servers[0].port",
                        "ERROR text:7:20: Backend ns/q: spec.queue.servers[1].port",
                        "ERROR text:7:20: Backend ns/q: spec.queue.servers[2].port");
    }

    @Test
    void anchor_ofAnotherDocument_isNotSeen() {
        assertThat(problems("apiVersion: v1\nkind: &k Pod\n---\napiVersion: v1\nkind: *k\n"))
                .containsExactly("ERROR text:5:7: found an alias without an anchor [Unreadable]");
    }
}
