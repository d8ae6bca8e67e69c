// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.json;
import static dev.gatewaybackends.read.Manifests.keys;
import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.queue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gatewaybackends.settings.ReadLimits;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLimitsTest {
    private static final String NEXT = "\n---\n{apiVersion: v1, kind: Pod, metadata: {name: next}}\n";

    /** Reads a document and one after it, which is always read. */
    private static List<String> problemsWith(ReadLimits limits, String text) {
        ResourceSet resources = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .limits(limits)
                .build()
                .readText(text + NEXT);
        assertThat(keys(resources)).endsWith("Pod next");
        return problems(resources);
    }

    private static List<String> problemsWithDefaults(String text) {
        return problemsWith(ReadLimits.DEFAULTS, text);
    }

    @Test
    void inputBytes_oneTooMany_costTheInput() {
        byte[] bytes = ("# é\n" + json("a", "\"x\"")).getBytes(UTF_8);

        assertThat(inputLimit(bytes.length, bytes).entries()).hasSize(1);
        assertThat(inputLimit(bytes.length + 1, bytes).entries()).hasSize(1);
        assertThat(problems(inputLimit(bytes.length - 1, bytes)))
                .containsExactly(
                        "ERROR in:1:1: the input is longer than " + (bytes.length - 1) + " bytes [Unreadable]");
    }

    private static ResourceSet inputLimit(int limit, byte[] bytes) {
        return ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .limits(ReadLimits.DEFAULTS.withMaxInputBytes(limit))
                .build()
                .read(new ByteArrayInputStream(bytes), "in");
    }

    @Test
    void documentChars_oneTooMany_areReportedAtTheDocument() {
        String yaml = "---\n" + queue("topic: é").strip();
        String text = "# first\n" + yaml;
        int length = yaml.length() + 1;

        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxDocumentChars(length), text))
                .isEmpty();
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxDocumentChars(length - 1), text))
                .containsExactly(
                        "ERROR text:2:1: the document is longer than " + (length - 1) + " characters [Unreadable]");
    }

    @Test
    void documentChars_oneTooManyInJson_areReportedAtTheDocument() {
        String bad = json("b", "\"a longer text\"");
        String text = " " + json("a", "\"x\"") + "\n  " + bad + json("c", "\"y\"");

        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxDocumentChars(bad.length()), text))
                .isEmpty();
        ResourceSet resources = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .limits(ReadLimits.DEFAULTS.withMaxDocumentChars(bad.length() - 1))
                .build()
                .readText(text);
        assertThat(problems(resources))
                .containsExactly("ERROR text:2:3: the document is longer than " + (bad.length() - 1)
                        + " characters [Unreadable]");
        assertThat(keys(resources)).containsExactly("Backend ns/a", "Backend ns/c");
    }

    @Test
    void scalarChars_oneTooMany_areReportedAtTheValue() {
        ReadLimits limits = ReadLimits.DEFAULTS.withMaxScalarChars(100);
        String longest = "x".repeat(100);

        assertThat(problemsWith(limits, queue("topic: " + longest))).isEmpty();
        assertThat(problemsWith(limits, queue("options: {" + longest + ": x}"))).isEmpty();
        assertThat(problemsWith(limits, json("q", "\"" + longest + "\""))).isEmpty();
        assertThat(problemsWith(limits, queue("topic: " + longest + "x")))
                .containsExactly("ERROR text:6:5: a value is longer than 100 characters [Unreadable]");
        assertThat(problemsWith(limits, queue("options: {" + longest + "x: x}")))
                .containsExactly("ERROR text:6:15: a value is longer than 100 characters [Unreadable]");
        assertThat(problemsWith(limits, json("q", "\"x" + longest + "\"")))
                .containsExactly("ERROR text:1:122: a value is longer than 100 characters [Unreadable]");
    }

    @Test
    void scalarChars_tooManyInAJsonFile_areReportedAtTheField() {
        ResourceSet resources = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .limits(ReadLimits.DEFAULTS.withMaxScalarChars(100))
                .build()
                .readText(
                        "\n" + json("q", "\"" + "x".repeat(101) + "\"") + NEXT.replaceAll("(\\w+)", "\"$1\""),
                        "a.json");

        assertThat(problems(resources))
                .containsExactly("ERROR a.json:2:122: a key, a string or a number is too long (allowed: 100 characters,"
                        + " 1000 for numbers) [Unreadable]");
        assertThat(keys(resources)).containsExactly("Pod next");
    }

    @Test
    void scalarChars_10Megabytes_areRefusedQuickly() {
        String huge = "x".repeat(10_000_000);

        assertTimeout(Duration.ofSeconds(60), () -> {
            for (String text : List.of(
                    queue("topic: " + huge),
                    queue("topic: |\n  " + huge),
                    queue("topic: '" + huge + "'"),
                    json("q", "\"" + huge + "\""))) {
                assertThat(problemsWithDefaults(text))
                        .hasSize(1)
                        .first()
                        .asString()
                        .endsWith("a value is longer than 2097152 characters [Unreadable]");
            }
        });
        assertThat(problemsWithDefaults(queue("topic: " + "x".repeat(1 << 21)))).isEmpty();
    }

    /** The document, spec and queue are three levels of their own. */
    @Test
    void depth_oneTooMany_isReportedAtTheInnermost() {
        String inner61 = "[".repeat(61) + "]".repeat(61);
        String inner62 = "[" + inner61 + "]";

        assertThat(problemsWithDefaults(queue("extra: " + inner61))).isEmpty();
        assertThat(problemsWithDefaults(queue("extra: " + inner62)))
                .containsExactly("ERROR text:6:73: nested deeper than 64 [Unreadable]");
        assertThat(problemsWithDefaults(json("q", "1,\"extra\":" + inner61).replace("\"topic\":1,", "")))
                .isEmpty();
        String tooDeep = json("q", "1,\"extra\":" + inner62).replace("\"topic\":1,", "");
        assertThat(problemsWithDefaults(tooDeep))
                .containsExactly(
                        "ERROR text:1:" + (tooDeep.indexOf("[[") + 62) + ": nested deeper than 64 [Unreadable]");
        assertThat(problems(Manifests.READER.readText(tooDeep, "a.json")))
                .containsExactly(
                        "ERROR a.json:1:" + (tooDeep.indexOf("[[") + 62) + ": nested deeper than 64 [Unreadable]");
    }

    @Test
    void depth_throughAliases_counts() {
        String text = queue(
                "extra:\n- &a " + "[".repeat(40) + "]".repeat(40) + "\n- " + "[".repeat(30) + "*a" + "]".repeat(30));

        assertThat(problemsWithDefaults(text)).containsExactly("ERROR text:7:40: nested deeper than 64 [Unreadable]");
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxDepth(74), text)).isEmpty();
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxDepth(73), text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300, 5_000, 100_000})
    void depth_farTooMany_isRefusedQuickly(int depth) {
        List<Supplier<String>> texts = List.of(
                () -> "[".repeat(depth),
                () -> "[".repeat(depth) + "]".repeat(depth),
                () -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
                () -> "{a: ".repeat(depth) + "1" + "}".repeat(depth),
                () -> "- ".repeat(depth) + "x",
                () -> "? ".repeat(depth) + "x",
                () -> "[{".repeat(depth));

        assertTimeout(Duration.ofSeconds(60), () -> {
            for (Supplier<String> text : texts) {
                assertThat(problemsWithDefaults(text.get()))
                        .hasSize(1)
                        .first()
                        .asString()
                        .startsWith("ERROR text:1:")
                        .endsWith("nested deeper than 64 [Unreadable]");
            }
        });
    }

    @Test
    void aliases_oneTooMany_areReportedAtTheAlias() {
        String text = queue("extra:\n- &a [x]\n- &s text\n" + "- *a\n".repeat(100) + "- *s\n".repeat(500));

        assertThat(problemsWithDefaults(text)).isEmpty();
        assertThat(problemsWithDefaults(text + "    - *a\n"))
                .containsExactly("ERROR text:609:7: more than 100 aliases of objects and lists [Unreadable]");
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxAliases(0, 0), queue("extra: [&a [], &b x, *b]")))
                .isEmpty();
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxAliases(0, 0), queue("extra: [&a [], *a]")))
                .hasSize(1);
    }

    @Test
    void aliasedValues_oneTooMany_areReported() {
        String text = queue("extra:\n- &a [1, 2, 3]\n- *a\n- *a\n- {b: 1, <<: {c: 2, d: 3}}");

        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxAliases(100, 10), text))
                .isEmpty();
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxAliases(100, 9), text))
                .containsExactly("ERROR text:10:25: the aliases add more than 9 values [Unreadable]");
        assertThat(problemsWith(ReadLimits.DEFAULTS.withMaxAliases(100, 7), text))
                .hasSize(1);
    }

    @Test
    void aliasBomb_anyShape_isRefusedQuickly() {
        String lists = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "b" + i + ": &b" + i + " [" + ("*b" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining("", "b0: &b0 [lol]\n", ""));
        String merges = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "b" + i + ": &b" + i + " {<<: [" + ("*b" + (i - 1) + ", ").repeat(9) + "]}\n")
                .collect(Collectors.joining("", "b0: &b0 {a: lol}\n", ""));
        String maps = lists.replace("[", "{a: [").replace("]", "]}");

        assertTimeout(Duration.ofSeconds(60), () -> {
            assertThat(problemsWithDefaults(lists))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("add more than 100000 values");
            assertThat(problemsWithDefaults(maps))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("add more than 100000 values");
            assertThat(problemsWithDefaults("apiVersion: v1\nkind: Pod\n" + merges))
                    .isEmpty();
        });
    }

    @Test
    void aliasCycle_anyShape_isRefused() {
        assertThat(problemsWithDefaults("a: &a\n  b: [*a]\n"))
                .containsExactly("ERROR text:1:4: an alias stands inside its own anchor [Unreadable]");
        assertThat(problemsWithDefaults("&a [*a]"))
                .containsExactly("ERROR text:1:1: an alias stands inside its own anchor [Unreadable]");
        assertThat(problemsWithDefaults("a: &a\n  <<: *a\n"))
                .containsExactly("ERROR text:2:3: an alias stands inside its own anchor [Unreadable]");
        assertThat(problemsWithDefaults("&a ? *a\n: x\n")).hasSize(1);
    }

    @Test
    void markers_manyLines_areSplitQuickly() {
        assertTimeout(Duration.ofSeconds(60), () -> {
            assertThat(Manifests.read("---\n".repeat(1_000_000)).entries()).isEmpty();
            assertThat(problems("%x\n".repeat(300_000))).hasSizeLessThan(2);
            assertThat(problems(json("a", "1") + "\n".repeat(3_000_000))).hasSize(1);
        });
    }

    @Test
    void limits_notPositive_areRefused() {
        ReadLimits defaults = ReadLimits.DEFAULTS;

        assertThatThrownBy(() -> defaults.withMaxInputBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxDocumentChars(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxScalarChars(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxDepth(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxAliases(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxAliases(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
