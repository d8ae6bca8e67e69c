// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of messages, lists, maps, one-ofs and Any, and the paths of what breaks them. */
class RuleStructureTest {
    private static final String INNER = "type: TYPE_MESSAGE type_name: '.test.Inner'";
    private static final String INNERS = "label: LABEL_REPEATED " + INNER;
    private static final String TEXTS = "label: LABEL_REPEATED type: TYPE_STRING";
    private static final String NUMBERS = "label: LABEL_REPEATED type: TYPE_INT32";

    private final EnvoyRules rules = EnvoyRules.create();

    private static Arguments row(String field, String rules, String value, String... wrong) {
        return arguments(field, rules, value, List.of(wrong));
    }

    private static Stream<Arguments> messages() {
        String tooShort = "f.text: 1 character, at least 2 characters required";
        return Stream.of(
                row(INNER, "", ""),
                row(INNER, "", "f { text: 'ab' }"),
                row(INNER, "", "f { text: 'a' }", tooShort),
                row(INNER, "", "f { }", "f.text: empty, at least 2 characters required"),
                row(INNER, "message { skip: true }", "f { text: 'a' }"),
                row(INNER, "message { skip: true required: true }", "", "f: not set, but required"),
                row(INNER, "message { required: true }", "", "f: not set, but required"),
                row(INNER, "message { required: true }", "f { text: 'a' }", tooShort));
    }

    private static Stream<Arguments> lists() {
        return Stream.of(
                row(
                        INNERS,
                        "",
                        "f { text: 'ab' } f { text: 'a' }",
                        "f[1].text: 1 character, at least 2 characters required"),
                row(INNERS, "repeated { min_items: 1 }", "", "f: 0 items, at least 1 required"),
                row(INNERS, "repeated { min_items: 2 ignore_empty: true }", ""),
                row(
                        INNERS,
                        "repeated { max_items: 1 }",
                        "f { text: 'ab' } f { text: 'ab' }",
                        "f: 2 items, at most 1 allowed"),
                row(INNERS, "repeated { items { message { skip: true } } }", "f { }"),
                row(
                        TEXTS,
                        "repeated { items { string { min_len: 1 } } }",
                        "f: 'a' f: ''",
                        "f[1]: empty, at least 1 character required"),
                row(TEXTS, "repeated { unique: true }", "f: 'a' f: 'b'"),
                row(
                        TEXTS,
                        "repeated { unique: true }",
                        "f: 'a' f: 'b' f: 'a'",
                        "f[2]: repeats item 0, all must be different"),
                row(
                        NUMBERS,
                        "repeated { unique: true }",
                        "f: [1, 2, 2]",
                        "f[2]: repeats item 1, all must be different"),
                row(
                        NUMBERS,
                        "repeated { items { int32 { gt: 1 } } max_items: 1 }",
                        "f: [2, 1]",
                        "f[1]: 1 is not greater than 1",
                        "f: 2 items, at most 1 allowed"),
                row(
                        "label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.google.protobuf.Duration'",
                        "repeated { items { duration { gt { } } } }",
                        "f { seconds: 1 } f { }",
                        "f[1]: 0s is not greater than 0s"));
    }

    @ParameterizedTest(name = "{index}: {1} {2}")
    @MethodSource({"messages", "lists"})
    void structure_underRule_isJudged(String field, String rule, String value, List<String> wrong) {
        Descriptor type = TestProtos.withField(field, rule);

        assertThat(found(TestProtos.message(type, value))).isEqualTo(wrong);
    }

    private static Stream<Arguments> maps() {
        return Stream.of(
                arguments("map { min_pairs: 1 }", "", List.of("f: 0 entries, at least 1 required")),
                arguments("map { min_pairs: 1 ignore_empty: true }", "", List.of()),
                arguments(
                        "map { max_pairs: 1 }",
                        "f { key: 'a' value { text: 'ab' } } f { key: 'b' value { text: 'ab' } }",
                        List.of("f: 2 entries, at most 1 allowed")),
                arguments(
                        "map { max_pairs: 1 }",
                        "f { key: 'a' value { text: 'ab' } } f { key: 'a' value { text: 'ab' } }",
                        List.of()),
                arguments(
                        "map { keys { string { min_len: 2 } } }",
                        "f { key: 'a' value { text: 'ab' } }",
                        List.of("f[a].key: 1 character, at least 2 characters required")),
                arguments(
                        "map { keys { string { min_len: 2 } } }",
                        "f { value { text: 'ab' } }",
                        List.of("f[].key: empty, at least 2 characters required")),
                arguments(
                        "",
                        "f { key: 'k\\n' value { text: 'a' } }",
                        List.of("f[k?].text: 1 character, at least 2 characters required")),
                arguments("", "f { key: 'k' }", List.of("f[k].text: empty, at least 2 characters required")),
                arguments("map { values { message { skip: true } } }", "f { key: 'k' }", List.of()));
    }

    @ParameterizedTest(name = "{index}: {0} {1}")
    @MethodSource("maps")
    void map_underRule_isJudged(String rule, String value, List<String> wrong) {
        Descriptor type = TestProtos.file("message_type { name: 'M' "
                + TestProtos.field("f", 1, "label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.test.M.FEntry'", rule)
                + "nested_type { name: 'FEntry' options { map_entry: true } "
                + TestProtos.field("key", 1, "type: TYPE_STRING", "")
                + TestProtos.field("value", 2, INNER, "")
                + "} } message_type { name: 'Inner' "
                + TestProtos.field("text", 1, "type: TYPE_STRING", "string { min_len: 2 }") + " }");

        assertThat(found(TestProtos.message(type, value))).isEqualTo(wrong);
    }

    @Test
    void mapOfNumbers_valueOutOfRange_isFoundByItsKey() {
        Descriptor type = TestProtos.file("message_type { name: 'M' "
                + TestProtos.field(
                        "f",
                        1,
                        "label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.test.M.FEntry'",
                        "map { values { double { gte: 1 } } }")
                + "nested_type { name: 'FEntry' options { map_entry: true } "
                + TestProtos.field("key", 1, "type: TYPE_INT32", "")
                + TestProtos.field("value", 2, "type: TYPE_DOUBLE", "") + "} }");

        assertThat(found(TestProtos.message(type, "f { key: 7 value: 0.5 } f { key: 8 }")))
                .containsExactly("f[7]: 0.5 is less than 1.0", "f[8]: 0.0 is less than 1.0");
    }

    private static final Descriptor ONEOF = TestProtos.file("message_type { name: 'M' "
            + TestProtos.field("a", 1, "oneof_index: 0 type: TYPE_STRING", "string { min_len: 1 }")
            + TestProtos.field("b", 2, "oneof_index: 0 " + INNER, "message { required: true }")
            + TestProtos.field("c", 3, "oneof_index: 0 type: TYPE_INT32", "")
            + TestProtos.field("d", 4, "oneof_index: 1 proto3_optional: true type: TYPE_INT32", "int32 { gt: 0 }")
            + "oneof_decl { name: 'choice' options { [validate.required]: true } } oneof_decl { name: '_d' } }"
            + "message_type { name: 'Inner' " + TestProtos.field("text", 1, "type: TYPE_STRING", "") + " }");

    @Test
    void oneof_requiredAndNotSet_isViolated() {
        assertThat(found(TestProtos.message(ONEOF, "")))
                .containsExactly("choice: none of a, b, c is set, one is required");
    }

    @Test
    void oneof_memberSet_onlyItsRulesCount() {
        assertThat(found(TestProtos.message(ONEOF, "c: 0"))).isEmpty();
        assertThat(found(TestProtos.message(ONEOF, "b { }"))).isEmpty();
        assertThat(found(TestProtos.message(ONEOF, "a: ''")))
                .containsExactly("a: empty, at least 1 character required");
    }

    @Test
    void optionalScalar_absent_isNotJudged() {
        assertThat(found(TestProtos.message(ONEOF, "c: 1 d: 0"))).containsExactly("d: 0 is not greater than 0");
        assertThat(found(TestProtos.message(ONEOF, "c: 1"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exemptions")
    void message_disabledOrIgnored_isNotJudgedInside(String option) {
        Descriptor type = TestProtos.file("message_type { name: 'M' "
                + TestProtos.field("f", 1, "type: TYPE_MESSAGE type_name: '.test.Inner'", "") + " }"
                + "message_type { name: 'Inner' options { [validate." + option + "]: true } "
                + TestProtos.field("text", 1, "type: TYPE_STRING", "string { min_len: 2 }") + " }");

        assertThat(found(TestProtos.message(type, "f { }"))).isEmpty();
        assertThat(rules.check(type.getFile().findMessageTypeByName("Inner"), ByteString.EMPTY)
                        .isAccepted())
                .isTrue();
    }

    private static Stream<String> exemptions() {
        return Stream.of("disabled", "ignored");
    }

    private static final Descriptor WITH_ANY = TestProtos.withField(
            "type: TYPE_MESSAGE type_name: '.google.protobuf.Any'",
            "any { required: true in: 'a/test.M' in: 'a/b.C' not_in: 'a/b.C' }");

    @Test
    void any_typeRules_areJudged() {
        assertThat(found(TestProtos.message(WITH_ANY, ""))).containsExactly("f: not set, but required");
        assertThat(found(TestProtos.message(WITH_ANY, "f { type_url: 'a/x.Y' }")))
                .containsExactly("f: its type is none of a/test.M, a/b.C");
        assertThat(found(TestProtos.message(WITH_ANY, "f { type_url: 'a/b.C' }")))
                .containsExactly("f: its type is not allowed");
    }

    @Test
    void any_ofUnknownType_isPassedOverAndListed() {
        Descriptor type =
                TestProtos.withField("label: LABEL_REPEATED type: TYPE_MESSAGE type_name: '.google.protobuf.Any'", "");

        EnvoyVerdict verdict = rules.check(TestProtos.message(
                type, "f { type_url: 'a/x.Y' } f { type_url: 'a/b.C' value: '\\377' } f { type_url: 'a/x.Y' } f { }"));

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.uncheckedTypes()).containsExactly("a/x.Y", "a/b.C");
    }

    @Test
    void any_ofAddedType_isJudgedInside() {
        Descriptor inner = WITH_ANY.getFile().findMessageTypeByName("Inner");
        EnvoyRules known = EnvoyRules.of(EnvoyDescriptors.builder().add(inner).build());
        Descriptor type = TestProtos.withField("type: TYPE_MESSAGE type_name: '.google.protobuf.Any'", "");
        Any any = Any.newBuilder().setTypeUrl("type.googleapis.com/test.Inner").build();

        EnvoyVerdict verdict = known.check(DynamicMessage.newBuilder(type)
                .setField(type.findFieldByName("f"), any)
                .build());

        assertThat(verdict.uncheckedTypes()).isEmpty();
        assertThat(verdict.violations())
                .containsExactly(new RuleViolation("f.text", "empty, at least 2 characters required"));
    }

    @Test
    void any_standingForAnotherType_isListed() {
        Descriptor type = TestProtos.withField("type: TYPE_MESSAGE type_name: '.google.protobuf.Any'", "");

        assertThat(rules.check(TestProtos.message(type, "f { type_url: 'a/xds.type.v3.TypedStruct' }"))
                        .uncheckedTypes())
                .containsExactly("a/xds.type.v3.TypedStruct");
    }

    @Test
    void recursiveType_brokenDeepInside_isFound() {
        Descriptor type = TestProtos.file("message_type { name: 'M' "
                + TestProtos.field("m", 1, "type: TYPE_MESSAGE type_name: '.test.M'", "")
                + TestProtos.field("n", 2, "type: TYPE_INT32", "int32 { gte: 0 }") + " }");

        assertThat(found(TestProtos.message(type, "m { m { m { n: -1 } } }")))
                .containsExactly("m.m.m.n: -1 is less than 0");
    }

    @Test
    void recursiveType_deeperThanAParserGoes_isViolatedOnce() {
        Descriptor type = TestProtos.file("message_type { name: 'M' "
                + TestProtos.field("m", 1, "type: TYPE_MESSAGE type_name: '.test.M'", "")
                + TestProtos.field("n", 2, "type: TYPE_INT32", "int32 { gte: 0 }") + " }");
        DynamicMessage message = DynamicMessage.getDefaultInstance(type);
        for (int i = 0; i < 150; i++) {
            message = DynamicMessage.newBuilder(type)
                    .setField(type.findFieldByName("m"), message)
                    .build();
        }

        List<RuleViolation> violations = rules.check(message).violations();

        assertThat(violations)
                .singleElement()
                .extracting(RuleViolation::message)
                .isEqualTo("more than 100 messages inside each other");
    }

    @Test
    void pattern_thatWouldBacktrackForever_countsAsNoMatch() {
        Descriptor type = TestProtos.withField("type: TYPE_STRING", "string { pattern: '^(a+)+$' }");
        String text = "a".repeat(2000) + "b";

        assertThat(found(TestProtos.message(type, "f: '" + text + "'")))
                .containsExactly("f: 2001 characters, not matching ^(a+)+$");
    }

    @Test
    void builder_twoTypesOfOneName_isRefused() {
        EnvoyDescriptors.Builder builder = EnvoyDescriptors.builder().add(ONEOF);

        assertThatThrownBy(() -> builder.add(WITH_ANY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two descriptors of test.M");
    }

    private List<String> found(DynamicMessage message) {
        return rules.check(message).violations().stream()
                .map(RuleViolation::toString)
                .toList();
    }
}
