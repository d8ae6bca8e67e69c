// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.queue;
import static dev.gatewaybackends.read.Manifests.queueOf;
import static dev.gatewaybackends.read.Manifests.read;
import static dev.gatewaybackends.read.Manifests.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is coerced, and a scalar has the type that the YAML parser of Kubernetes gives it. */
class ScalarTypesTest {
    @ParameterizedTest
    @CsvSource({
        "80, 80",
        "80.0, 80",
        "8e1, 80",
        "8E+1, 80",
        "1e3, 1000",
        "0x50, 80",
        "0X50, 80",
        "0o10, 8",
        "010, 8",
        "08, 8",
        "0b101, 5",
        "1_000, 1000",
        "+5, 5",
        "-0, 0",
        "-5, -5",
        "-0x10, -16",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "21474836470e-1, 2147483647",
        "0e99, 0",
        "1.e1, 10",
        "0, 0"
    })
    void integer_anyNotation_isRead(String written, int value) {
        QueueBackend queue = queueOf(queue("servers: [{port: " + written + "}]\ncapacity: " + written));

        assertThat(queue.servers().get(0).port()).isEqualTo(value);
        assertThat(queue.capacity()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"80\"', string",
        "[], array",
        "2026-01-01, string",
        "12:30, string",
        "1_a, string",
        "0x, string",
        "0b2, string",
        "eighty, string",
        "'!!str 80', string",
        "09x, string",
        "'\"\"', string"
    })
    void integer_otherType_isRefused(String written, String type) {
        assertThat(problems(queue("capacity: " + written)))
                .containsExactly("ERROR text:6:5: Backend ns/q: spec.queue.capacity: Invalid value: \"" + type
                        + "\": spec.queue.capacity in body must be of type integer: \"" + type + "\" [TypeInvalid]");
        assertThat(problems(queue("servers: [{port: " + written + "}]"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "true, true", "{}, {}"})
    void integer_ofATypeThatIsNoList_isRefusedInTheWordsOfItsFormat(String written) {
        assertThat(problems(queue("capacity: " + written)))
                .containsExactly("ERROR text:6:5: Backend ns/q: spec.queue.capacity: Invalid value: \"\": "
                        + "spec.queue.capacity in body must be of type int64: \"\" [TypeInvalid]");
    }

    @ParameterizedTest
    @CsvSource({
        "80.7, 80",
        "1e-3, 0",
        "-0.5, -1",
        "9223372036854775808, 9223372036854775807",
        "-9223372036854775809, -9223372036854775808",
        "1e19, 9223372036854775807",
        "-1e999999999, -9223372036854775808",
        "18446744073709551616, 9223372036854775807"
    })
    void number_thatIsNoIntegerOf64Bits_isRefusedQuicklyAndStillThere(String written, long nearest) {
        String problem = "Backend ns/q: spec.queue.capacity: Invalid value: \"";

        assertThat(problems(queue("capacity: " + written)))
                .containsExactly(
                        "ERROR text:6:5: " + problem
                                + "float64\": spec.queue.capacity in body must be of type int64: \"float64\" [TypeInvalid]",
                        "ERROR text:6:5: " + problem + "\": Checked value must be of type integer with format int64 in "
                                + "spec.queue.capacity [Invalid]");
        assertThat(problems(json(written))).hasSize(2);
        assertThat(source(read(json(written))).capacity()).isEqualTo(nearest);
    }

    private static String json(String capacity) {
        return "{\"apiVersion\":\"gateway.kgateway.dev/v1alpha1\",\"kind\":\"Backend\",\"metadata\":"
                + "{\"name\":\"q\",\"namespace\":\"ns\"},\"spec\":{\"queue\":{\"capacity\":" + capacity + "}}}";
    }

    @Test
    void wholeNumber_ofMoreThan53Bits_isAnIntegerUnlessJsonWritesItWithAnExponent() {
        assertThat(problems(json("9007199254740991.0"))).isEmpty();
        assertThat(problems(json("9007199254740992.0"))).hasSize(1);
        assertThat(problems(json("9007199254740992"))).isEmpty();
        assertThat(problems(queue("capacity: 9007199254740992.0"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "4294967296",
                "1e10",
                "1e18",
                "1e999999999",
                "-1e999999999",
                "1e300",
                "9223372036854775808",
                "1e400",
                "0xFFFFFFFFFFFFFFFFFFFF",
                "123456789012345678901234567890"
            })
    void integer_tooLargeFor32Bits_isRefusedQuickly(String written) {
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(problems(queue("servers: [{port: " + written + "}]")))
                        .last()
                        .isEqualTo("ERROR text:6:16: Backend ns/q: spec.queue.servers[0].port: Invalid value: \"\":"
                                + " Checked value must be of type integer with format int32 in"
                                + " spec.queue.servers[0].port [Invalid]"));
    }

    @Test
    void integer_64Bits_isRead() {
        assertThat(queueOf(queue("capacity: 9223372036854775807")).capacity()).isEqualTo(Long.MAX_VALUE);
        assertThat(queueOf(queue("capacity: -9223372036854775808")).capacity()).isEqualTo(Long.MIN_VALUE);
        assertThat(queueOf(queue("capacity: 4294967296.0")).capacity()).isEqualTo(1L << 32);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "True, true",
        "yes, true",
        "YES, true",
        "on, true",
        "On, true",
        "false, false",
        "no, false",
        "NO, false",
        "off, false",
        "OFF, false",
        "'!!bool yes', true"
    })
    void bool_words_areRead(String written, boolean value) {
        assertThat(queueOf(queue("durable: " + written)).durable()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"'\"true\"', string", "y, string", "N, string", "tRUE, string", "1, integer", "0.5, number", "[], array"
    })
    void bool_otherType_isRefused(String written, String type) {
        assertThat(problems(queue("durable: " + written)))
                .containsExactly("ERROR text:6:5: Backend ns/q: spec.queue.durable: Invalid value: \"" + type
                        + "\": spec.queue.durable in body must be of type boolean: \"" + type + "\" [TypeInvalid]");
    }

    @ParameterizedTest
    @CsvSource({
        "80, integer",
        "1.10, number",
        "1e3, number",
        "0x1F, integer",
        "1_000, integer",
        "no, boolean",
        "on, boolean",
        "true, boolean",
        "{}, object",
        "[a], array"
    })
    void string_otherType_isRefused(String written, String type) {
        assertThat(problems(queue("topic: " + written)))
                .containsExactly("ERROR text:6:5: Backend ns/q: spec.queue.topic: Invalid value: \"" + type
                        + "\": spec.queue.topic in body must be of type string: \"" + type + "\" [TypeInvalid]");
    }

    @ParameterizedTest
    @CsvSource({
        "y, y",
        "'\"80\"', 80",
        "'!!str 80', 80",
        "'!!str 1e3', 1e3",
        "'!!str no', no",
        "2026-01-01, 2026-01-01",
        "2026-01-01T10:00:00Z, 2026-01-01T10:00:00Z",
        "12:30:45, 12:30:45",
        "=, =",
        "1.2.3, 1.2.3",
        "10.0.0.1, 10.0.0.1",
        "'\"\"', ''",
        "<<, <<",
        "e3, e3",
        "._5, ._5",
        "'!!binary aGk=', hi",
        "1e, 1e",
        "0o8, 0o8"
    })
    void string_anyText_isKept(String written, String value) {
        assertThat(queueOf(queue("topic: " + written)).topic()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL", "!!null ''"})
    void null_property_isAbsent(String written) {
        assertThat(queueOf(queue("topic: " + written + "\ncapacity: " + written + "\nservers: " + written
                        + "\noptions: " + written + "\nshards: " + written + "\nmode: " + written)))
                .isEqualTo(QueueBackend.ofTopic(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.inf", "+.INF", ".nan", ".NaN", "1e99999999999"})
    void number_notInJson_makesTheDocumentUnreadable(String written) {
        for (String field : new String[] {"capacity", "topic", "other"}) {
            assertThat(problems(queue(field + ": " + written)))
                    .containsExactly(
                            "ERROR text:6:" + (7 + field.length()) + ": a number that JSON does not have [Unreadable]");
        }
    }

    @Test
    void number_tooLong_makesTheDocumentUnreadable() {
        String digits = "1".repeat(1_000);

        assertThat(problems(queue("capacity: " + digits)))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("[Invalid]");
        assertThat(problems(queue("capacity: 1" + digits)))
                .containsExactly("ERROR text:6:15: a number that JSON does not have [Unreadable]");
        assertThat(problems(queue("capacity: " + "1".repeat(1_000_000)))).hasSize(1);
        assertThat(problems(queue("topic: '1" + digits + "'"))).isEmpty();
    }

    private static Stream<Arguments> tags() {
        return Stream.of(
                Arguments.of("!!int \"x\"", "a number that JSON does not have"),
                Arguments.of("!!int x", "a number that JSON does not have"),
                Arguments.of("!!int ''", "a number that JSON does not have"),
                Arguments.of("!!int '--1'", "a number that JSON does not have"),
                Arguments.of("!!int '0x-1'", "a number that JSON does not have"),
                Arguments.of("!!float x", "a number that JSON does not have"),
                Arguments.of("!!bool maybe", "a value that does not fit its tag"),
                Arguments.of("!!bool ''", "a value that does not fit its tag"),
                Arguments.of("!!null x", "a value that does not fit its tag"),
                Arguments.of("!!binary x", "a value that does not fit its tag"),
                Arguments.of("!!binary a*Gk=", "a value that does not fit its tag"),
                Arguments.of("!!binary /w==", "a value that does not fit its tag"),
                Arguments.of("!custom x", "a tag that is not supported"),
                Arguments.of("!custom {a: 1}", "a tag that is not supported"),
                Arguments.of("!custom [1]", "a tag that is not supported"),
                Arguments.of("!!set {a, b}", "a tag that is not supported"),
                Arguments.of("!!map [1]", "a tag that is not supported"),
                Arguments.of("!!other x", "a tag that is not supported"),
                Arguments.of("!k!x y", "found an undefined tag handle"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void tag_unknownOrUnfit_makesTheDocumentUnreadable(String written, String problem) {
        assertThat(problems(queue("extra: " + written)))
                .containsExactly("ERROR text:6:12: " + problem + " [Unreadable]");
    }

    @Test
    void tag_ofJson_isKept() {
        assertThat(queueOf(queue("extra: !!map {a: !!seq [!!int '0x10', !!float 1, !!bool 'on', !!str 7]}"))
                        .extra())
                .isEqualTo(Map.of("a", Arrays.asList(16, 1.0, true, "7")));
    }

    @Test
    void any_everyType_isPlainJava() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("int", 1);
        expected.put("long", 1L << 40);
        expected.put("big", new BigInteger("1208925819614629174706176"));
        expected.put("double", 0.5);
        expected.put("huge", new BigDecimal("1e400"));
        expected.put("text", "é😀");
        expected.put("flag", false);
        expected.put("list", Arrays.asList(1, null, "x"));
        expected.put("none", null);

        assertThat(queueOf(queue("extra: {int: 1, long: 0x10000000000, big: 1208925819614629174706176, double: .5,"
                                + " huge: 1e400, text: é😀, flag: off, list: [1, null, x], none: null}"))
                        .extra())
                .isEqualTo(expected);
    }

    @Test
    void enum_unknownLiteral_isReportedAndAbsent() {
        ResourceSet resources = Manifests.read(queue("mode: fifo\ntopic: x"));

        assertThat(problems(resources))
                .containsExactly("ERROR text:6:5: Backend ns/q: spec.queue.mode: Unsupported value: \"fifo\": supported"
                        + " values: \"Fifo\", \"Lifo\" [NotSupported]");
        assertThat(Manifests.source(resources)).isEqualTo(QueueBackend.ofTopic("x"));
        assertThat(queueOf(queue("mode: Lifo")).mode()).isEqualTo(QueueBackend.Mode.LIFO);
        assertThat(problems(queue("mode: 1"))).hasSize(1).first().asString().endsWith("[TypeInvalid]");
    }

    @Test
    void number_anyNotation_isRead() {
        assertThat(queueOf(queue("ratio: 1")).ratio()).isEqualTo(1.0);
        assertThat(queueOf(queue("ratio: -.5e1")).ratio()).isEqualTo(-5.0);
        assertThat(problems(queue("ratio: '1'"))).hasSize(1).first().asString().endsWith("[TypeInvalid]");
    }

    @Test
    void string_halfASurrogatePair_isReplacedAsTheApiServerDoes() {
        assertThat(queueOf(queue("topic: \"a\\ud800b\\ud83d\\ude00\"\n")).topic())
                .isEqualTo("a\uFFFDb😀");
        assertThat(queueOf(Manifests.json("q", "\"a\\ud800b\\ud83d\\ude00\"")).topic())
                .isEqualTo("a\uFFFDb😀");
        assertThat(queueOf(Manifests.json("q", "null,\"options\":{\"\\udc00\":\"x\"}"))
                        .options())
                .containsKey("\uFFFD");
    }

    @Test
    void key_anyScalar_isTheTextThatJsonHas() {
        assertThat(queueOf(queue("options: {80: a, 0x10: b, on: c, no: d, y: e, 'off': f, 2026-01-01: g, =: h}"))
                        .options())
                .containsExactly(
                        Map.entry("80", "a"),
                        Map.entry("16", "b"),
                        Map.entry("true", "c"),
                        Map.entry("false", "d"),
                        Map.entry("y", "e"),
                        Map.entry("off", "f"),
                        Map.entry("2026-01-01", "g"),
                        Map.entry("=", "h"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b", "? {a: 1}\n: b", "~: b", "? \n: b"})
    void key_noScalar_makesTheDocumentUnreadable(String entry) {
        assertThat(problems(queue("options:\n" + entry.indent(2))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR text:7:")
                .endsWith("a key must be a string [Unreadable]");
    }
}
