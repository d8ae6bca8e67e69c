// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the text, reading does not throw, every location lies within the text, and what was read can be written and read
 * again.
 *
 * <p>A build only replays the inputs in {@code ReadFuzzTestInputs} and a fixed number of mutations of them. Set {@code
 * JAZZER_FUZZ=1} and run {@code -Dtest=ReadFuzzTest#read_anyBytes_keepsItsPromises} to search for more.
 */
class ReadFuzzTest {
    private static final Path SEEDS =
            Path.of("src/test/resources/dev/gatewaybackends/read/ReadFuzzTestInputs/read_anyBytes_keepsItsPromises");
    private static final ResourceCodec CODEC = ResourceCodec.of(QueueBackend.PLUGINS);
    /** What mutations put in; each means something to a YAML or JSON parser. */
    private static final List<String> TOKENS = List.of(
            "\n---\n",
            "\n...\n",
            "%YAML 1.1\n",
            "%TAG ! x\n",
            "&a ",
            "*a",
            "<<: *a",
            "<<: ",
            "!!int ",
            "!!binary ",
            "! ",
            "!<x>",
            "[",
            "]",
            "{",
            "}",
            "- ",
            ": ",
            "? ",
            ", ",
            "| \n",
            "> \n",
            "|2-\n",
            "#",
            "'",
            "\"",
            "\\",
            "\\x4",
            "\\ud800",
            "\\U00110000",
            "\\N",
            "\t",
            "\r",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0000",
            "\u00e9",
            "\uD83D\uDE00",
            "null",
            "~",
            "1e999999999",
            "0x",
            ".inf",
            "-0",
            "kind",
            "List",
            "items",
            "apiVersion",
            "metadata",
            "spec",
            "status",
            "queue",
            "NaN",
            "true",
            "//",
            "/*");

    /** Replaying needs no instrumented classes; Jazzer would rewrite those of every other test in this JVM, and say so. */
    @BeforeAll
    static void replayWithoutInstrumentation() {
        if (System.getenv("JAZZER_FUZZ") == null) {
            System.setProperty("jazzer.hooks", "false");
        }
    }

    @FuzzTest(maxDuration = "5m")
    void read_anyBytes_keepsItsPromises(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        check(text, "text");
        check(text, "text.json");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void read_mutatedSeeds_keepsItsPromises(long seed) throws IOException {
        List<String> seeds;
        try (Stream<Path> files = Files.list(SEEDS)) {
            seeds = files.sorted().map(ReadFuzzTest::content).toList();
        }
        assertThat(seeds).hasSizeGreaterThan(5);
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                mutate(text, random);
            }
            check(text.toString(), random.nextInt(4) == 0 ? "text.json" : "text");
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
            default -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
        }
    }

    private static void check(String text, String source) {
        ResourceSet resources = Manifests.READER.readText(text, source);

        List<String> lines = Arrays.asList(
                (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|[\n\r\u0085\u2028\u2029]", -1));
        for (Diagnostic diagnostic : resources.diagnostics()) {
            SourceLocation location = diagnostic.location();
            assertThat(location).as(text).isNotNull();
            assertThat(location.source()).isEqualTo(source);
            assertThat(location.line()).as("%s in %s", diagnostic, text).isBetween(1, lines.size());
            String line = lines.get(location.line() - 1);
            assertThat(location.column())
                    .as("%s in %s", diagnostic, text)
                    .isBetween(1, line.codePointCount(0, line.length()) + 1);
        }
        ResourceSet again = Manifests.READER.readText(CODEC.toYaml(resources));
        assertThat(Manifests.keys(again)).as(text).isEqualTo(Manifests.keys(resources));
        for (int i = 0; i < again.entries().size(); i++) {
            assertThat(CODEC.toMap(again.entries().get(i)))
                    .as(text)
                    .isEqualTo(CODEC.toMap(resources.entries().get(i)));
        }
        assertThat(again.diagnostics().all()).as(text).noneMatch(d -> d.reason().equals(Reason.UNREADABLE));
    }
}
