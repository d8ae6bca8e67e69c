// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of rule on a single value, with both verdicts. */
class RuleKindsTest {
    private static final String FINE = "";

    private final EnvoyRules rules = EnvoyRules.create();

    private static Arguments row(String field, String rules, String value, String wrong) {
        return arguments(field, rules, value, wrong);
    }

    private static Stream<Arguments> text() {
        String s = "type: TYPE_STRING";
        String uuid = "123e4567-e89b-12d3-a456-42661417400";
        return Stream.of(
                row(s, "string { const: 'a' }", "f: 'a'", FINE),
                row(s, "string { const: 'a' }", "f: 'b'", "1 character, not the only value allowed"),
                row(s, "string { len: 2 }", "f: '\u00e4\u00f6'", FINE),
                row(s, "string { len: 2 }", "f: 'abc'", "3 characters, exactly 2 required"),
                row(s, "string { min_len: 1 }", "f: 'a'", FINE),
                row(s, "string { min_len: 1 }", "", "empty, at least 1 character required"),
                row(s, "string { min_len: 3 }", "f: '\u00e4\u00f6'", "2 characters, at least 3 characters required"),
                row(s, "string { max_len: 2 }", "f: '\u00e4\u00f6'", FINE),
                row(s, "string { max_len: 2 }", "f: '\ud83d\ude00\ud83d\ude00'", FINE),
                row(s, "string { max_len: 2 }", "f: 'abc'", "3 characters, at most 2 allowed"),
                row(s, "string { len_bytes: 2 }", "f: '\u00e4'", FINE),
                row(s, "string { len_bytes: 2 }", "f: 'a'", "1 byte, exactly 2 required"),
                row(s, "string { min_bytes: 2 }", "f: '\u00e4'", FINE),
                row(s, "string { min_bytes: 2 }", "f: 'a'", "1 byte, at least 2 bytes required"),
                row(s, "string { max_bytes: 2 }", "f: 'ab'", FINE),
                row(s, "string { max_bytes: 2 }", "f: '\u00e4b'", "3 bytes, at most 2 allowed"),
                row(s, "string { pattern: '^[a-z]+$' }", "f: 'abc'", FINE),
                row(s, "string { pattern: '^[a-z]+$' }", "f: 'ab1'", "3 characters, not matching ^[a-z]+$"),
                row(s, "string { pattern: '^[a-z]+$' }", "f: 'ab\\n'", "3 characters, not matching ^[a-z]+$"),
                row(s, "string { pattern: 'b' }", "f: 'abc'", FINE),
                row(s, "string { prefix: 'ab' }", "f: 'abc'", FINE),
                row(s, "string { prefix: 'ab' }", "f: 'a'", "1 character, must start with \"ab\""),
                row(s, "string { suffix: 'bc' }", "f: 'abc'", FINE),
                row(s, "string { suffix: 'bc' }", "f: 'c'", "1 character, must end with \"bc\""),
                row(s, "string { contains: 'b' }", "f: 'abc'", FINE),
                row(s, "string { contains: 'b' }", "f: 'ac'", "2 characters, must contain \"b\""),
                row(s, "string { not_contains: 'b' }", "f: 'ac'", FINE),
                row(s, "string { not_contains: 'b' }", "f: 'abc'", "3 characters, must not contain \"b\""),
                row(s, "string { in: 'a' in: 'b' }", "f: 'b'", FINE),
                row(s, "string { in: 'a' in: 'b' }", "f: 'c'", "1 character, none of a, b"),
                row(s, "string { not_in: 'a' not_in: 'b' }", "f: 'c'", FINE),
                row(s, "string { not_in: 'a' not_in: 'b' }", "f: 'b'", "1 character, a value that is not allowed"),
                row(s, "string { email: true }", "f: 'a.b+c@example.com'", FINE),
                row(s, "string { email: true }", "f: '\"a b\"@example.com'", FINE),
                row(s, "string { email: true }", "f: 'a b@example.com'", "15 characters, not an email address"),
                row(s, "string { email: true }", "f: 'a@-b'", "4 characters, not an email address"),
                row(s, "string { hostname: true }", "f: 'a-1.example.com.'", FINE),
                row(s, "string { hostname: true }", "f: 'a_1.example.com'", "15 characters, not a host name"),
                row(s, "string { hostname: true }", "f: 'a..b'", "4 characters, not a host name"),
                row(s, "string { ip: true }", "f: '::1'", FINE),
                row(s, "string { ip: true }", "f: '1.2.3.4'", FINE),
                row(s, "string { ip: true }", "f: 'fe80::1%eth0'", "12 characters, not an IP address"),
                row(s, "string { ipv4: true }", "f: '1.2.3.4'", FINE),
                row(s, "string { ipv4: true }", "f: '::1'", "3 characters, not an IPv4 address"),
                row(s, "string { ipv6: true }", "f: '::1'", FINE),
                row(s, "string { ipv6: true }", "f: '1.2.3.4'", "7 characters, not an IPv6 address"),
                row(s, "string { uri: true }", "f: 'https://example.com/a?b=%20#c'", FINE),
                row(s, "string { uri: true }", "f: '/a'", "2 characters, not an absolute URI"),
                row(s, "string { uri: true }", "f: 'a:%2'", "4 characters, not an absolute URI"),
                row(s, "string { uri_ref: true }", "f: '/a?b#c'", FINE),
                row(s, "string { uri_ref: true }", "f: 'a b'", "3 characters, not a URI reference"),
                row(s, "string { address: true }", "f: 'example.com'", FINE),
                row(s, "string { address: true }", "f: '::1'", FINE),
                row(s, "string { address: true }", "f: '[::1]'", "5 characters, not a host name or IP address"),
                row(s, "string { uuid: true }", "f: '" + uuid + "0'", FINE),
                row(s, "string { uuid: true }", "f: '" + uuid + "g'", "36 characters, not a UUID"),
                row(s, "string { well_known_regex: HTTP_HEADER_NAME }", "f: ':path'", FINE),
                row(s, "string { well_known_regex: HTTP_HEADER_NAME }", "f: 'x-a'", FINE),
                row(
                        s,
                        "string { well_known_regex: HTTP_HEADER_NAME }",
                        "f: 'a b'",
                        "3 characters, not an HTTP header name"),
                row(
                        s,
                        "string { well_known_regex: HTTP_HEADER_NAME }",
                        "f: ':'",
                        "1 character, not an HTTP header name"),
                row(s, "string { well_known_regex: HTTP_HEADER_NAME strict: false }", "f: 'a b'", FINE),
                row(
                        s,
                        "string { well_known_regex: HTTP_HEADER_NAME strict: false }",
                        "f: 'a\\r'",
                        "2 characters, not an HTTP header name"),
                row(s, "string { well_known_regex: HTTP_HEADER_VALUE }", "f: 'a\\tb \u00e4'", FINE),
                row(
                        s,
                        "string { well_known_regex: HTTP_HEADER_VALUE }",
                        "f: 'a\\001'",
                        "2 characters, not an HTTP header value"),
                row(s, "string { well_known_regex: HTTP_HEADER_VALUE strict: false }", "f: 'a\\001'", FINE),
                row(
                        s,
                        "string { well_known_regex: HTTP_HEADER_VALUE strict: false }",
                        "f: 'a\\000'",
                        "2 characters, not an HTTP header value"),
                row(s, "string { min_len: 2 ignore_empty: true }", "", FINE),
                row(
                        s,
                        "string { min_len: 2 ignore_empty: true }",
                        "f: 'a'",
                        "1 character, at least 2 characters required"));
    }

    private static Stream<Arguments> bytes() {
        String b = "type: TYPE_BYTES";
        return Stream.of(
                row(b, "bytes { const: 'a' }", "f: 'b'", "1 byte, not the only value allowed"),
                row(b, "bytes { len: 2 }", "f: '\\377\\376'", FINE),
                row(b, "bytes { len: 2 }", "f: 'a'", "1 byte, exactly 2 required"),
                row(b, "bytes { min_len: 1 }", "", "empty, at least 1 byte required"),
                row(b, "bytes { max_len: 1 }", "f: 'ab'", "2 bytes, at most 1 allowed"),
                row(b, "bytes { pattern: '^a+$' }", "f: 'aa'", FINE),
                row(b, "bytes { pattern: '^a+$' }", "f: 'ab'", "2 bytes, not matching ^a+$"),
                row(b, "bytes { prefix: '\\377' }", "f: '\\377a'", FINE),
                row(b, "bytes { prefix: '\\377' }", "f: 'a'", "1 byte, must start with certain bytes"),
                row(b, "bytes { suffix: 'b' }", "f: 'ba'", "2 bytes, must end with \"b\""),
                row(b, "bytes { contains: 'b' }", "f: 'a'", "1 byte, must contain \"b\""),
                row(b, "bytes { in: 'a' in: 'b' }", "f: 'a'", FINE),
                row(b, "bytes { in: 'a' in: 'b' }", "f: 'c'", "1 byte, none of the 2 values allowed"),
                row(b, "bytes { not_in: 'a' }", "f: 'a'", "1 byte, a value that is not allowed"),
                row(b, "bytes { ip: true }", "f: 'abcd'", FINE),
                row(b, "bytes { ip: true }", "f: 'abc'", "3 bytes, 4 or 16 required for an IP address"),
                row(b, "bytes { ipv4: true }", "f: 'abc'", "3 bytes, 4 required for an IPv4 address"),
                row(b, "bytes { ipv6: true }", "f: 'abcd'", "4 bytes, 16 required for an IPv6 address"),
                row(b, "bytes { len: 2 ignore_empty: true }", "", FINE));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                        "float",
                        "double",
                        "int32",
                        "int64",
                        "uint32",
                        "uint64",
                        "sint32",
                        "sint64",
                        "fixed32",
                        "fixed64",
                        "sfixed32",
                        "sfixed64")
                .flatMap(RuleKindsTest::numbers);
    }

    private static Stream<Arguments> numbers(String kind) {
        String n = "type: TYPE_" + kind.toUpperCase(Locale.ROOT);
        String p = kind.equals("float") || kind.equals("double") ? ".0" : "";
        return Stream.of(
                row(n, kind + " { const: 5 }", "f: 5", FINE),
                row(n, kind + " { const: 5 }", "f: 4", "4" + p + " is not 5" + p + ", the only value allowed"),
                row(n, kind + " { lt: 5 }", "f: 4", FINE),
                row(n, kind + " { lt: 5 }", "f: 5", "5" + p + " is not less than 5" + p),
                row(n, kind + " { lte: 5 }", "f: 5", FINE),
                row(n, kind + " { lte: 5 }", "f: 6", "6" + p + " is greater than 5" + p),
                row(n, kind + " { gt: 5 }", "f: 6", FINE),
                row(n, kind + " { gt: 5 }", "f: 5", "5" + p + " is not greater than 5" + p),
                row(n, kind + " { gte: 5 }", "f: 5", FINE),
                row(n, kind + " { gte: 5 }", "", "0" + p + " is less than 5" + p),
                row(n, kind + " { gte: 5 lte: 5 }", "f: 5", FINE),
                row(n, kind + " { gte: 8 lt: 5 }", "f: 4", FINE),
                row(n, kind + " { gte: 8 lt: 5 }", "f: 8", FINE),
                row(
                        n,
                        kind + " { gte: 8 lt: 5 }",
                        "f: 5",
                        "5" + p + " is between 5" + p + " and 8" + p + ", only values outside are allowed"),
                row(
                        n,
                        kind + " { gt: 8 lte: 5 }",
                        "f: 8",
                        "8" + p + " is between 5" + p + " and 8" + p + ", only values outside are allowed"),
                row(n, kind + " { gt: 8 lte: 5 }", "f: 5", FINE),
                row(n, kind + " { in: 1 in: 2 }", "f: 2", FINE),
                row(n, kind + " { in: 1 in: 2 }", "f: 3", "3" + p + " is not one of 1" + p + ", 2" + p),
                row(n, kind + " { not_in: 1 not_in: 2 }", "f: 3", FINE),
                row(n, kind + " { not_in: 1 not_in: 2 }", "f: 2", "2" + p + " is not allowed"),
                row(n, kind + " { gte: 5 ignore_empty: true }", "", FINE),
                row(n, kind + " { gte: 5 ignore_empty: true }", "f: 4", "4" + p + " is less than 5" + p));
    }

    private static Stream<Arguments> extremes() {
        return Stream.of(
                row("type: TYPE_UINT32", "uint32 { lte: 65535 }", "f: 70000", "70000 is greater than 65535"),
                row("type: TYPE_UINT32", "uint32 { lte: 65535 }", "f: 4294967295", "4294967295 is greater than 65535"),
                row("type: TYPE_FIXED32", "fixed32 { gte: 3000000000 }", "f: 4294967295", FINE),
                row(
                        "type: TYPE_UINT64",
                        "uint64 { lt: 5 }",
                        "f: 18446744073709551615",
                        "18446744073709551615 is not less than 5"),
                row("type: TYPE_FIXED64", "fixed64 { gt: 5 }", "f: 18446744073709551615", FINE),
                row("type: TYPE_INT32", "int32 { gte: -5 }", "f: -5", FINE),
                row("type: TYPE_INT32", "int32 { gte: -5 }", "f: -6", "-6 is less than -5"),
                row("type: TYPE_SINT64", "sint64 { gt: -5 }", "f: -5", "-5 is not greater than -5"),
                row("type: TYPE_SFIXED32", "sfixed32 { in: -5 }", "f: -5", FINE),
                row("type: TYPE_FLOAT", "float { gte: 0.1 }", "f: 0.1", FINE),
                row("type: TYPE_FLOAT", "float { gte: 0.1 }", "f: 0.05", "0.05 is less than 0.1"),
                row("type: TYPE_DOUBLE", "double { gte: 0 lte: 1 }", "f: nan", FINE),
                row("type: TYPE_DOUBLE", "double { in: 1 }", "f: nan", "NaN is not one of 1.0"),
                row("type: TYPE_DOUBLE", "double { lte: 1 }", "f: inf", "Infinity is greater than 1.0"));
    }

    private static Stream<Arguments> boolsAndEnums() {
        String e = "type: TYPE_ENUM type_name: '.test.M.E'";
        return Stream.of(
                row("type: TYPE_BOOL", "bool { const: true }", "f: true", FINE),
                row("type: TYPE_BOOL", "bool { const: true }", "", "false is not true, the only value allowed"),
                row(e, "enum { const: 1 }", "f: ONE", FINE),
                row(e, "enum { const: 1 }", "", "0 (ZERO) is not 1 (ONE), the only value allowed"),
                row(e, "enum { defined_only: true }", "f: TWO", FINE),
                row(e, "enum { in: 1 in: 7 }", "f: TWO", "2 (TWO) is not one of 1 (ONE), 7"),
                row(e, "enum { not_in: 0 }", "f: ONE", FINE),
                row(e, "enum { not_in: 0 }", "", "0 (ZERO) is not allowed"));
    }

    private static Stream<Arguments> times() {
        String d = "type: TYPE_MESSAGE type_name: '.google.protobuf.Duration'";
        String t = "type: TYPE_MESSAGE type_name: '.google.protobuf.Timestamp'";
        return Stream.of(
                row(d, "", "", FINE),
                row(d, "", "f { seconds: -1 }", "-1 seconds and 0 nanoseconds, must not be negative"),
                row(d, "", "f { seconds: 1 nanos: -1 }", "1 seconds and -1 nanoseconds, must not be negative"),
                row(d, "", "f { nanos: 1000000000 }", "1000000000 nanoseconds, must be less than 1000000000"),
                row(d, "", "f { seconds: 9223372035 nanos: 999999999 }", FINE),
                row(d, "", "f { seconds: 9223372036 }", "9223372036 seconds, must be less than 9223372036"),
                row(d, "duration { required: true }", "", "not set, but required"),
                row(d, "duration { const { seconds: 1 } }", "f { seconds: 1 }", FINE),
                row(d, "duration { const { seconds: 1 } }", "f { }", "0s is not 1s, the only value allowed"),
                row(d, "duration { lt { seconds: 1 } }", "f { seconds: 1 }", "1s is not less than 1s"),
                row(
                        d,
                        "duration { lte { seconds: 1 } }",
                        "f { seconds: 1 nanos: 1 }",
                        "1.000000001s is greater than 1s"),
                row(d, "duration { gt { } }", "f { }", "0s is not greater than 0s"),
                row(d, "duration { gt { } }", "", FINE),
                row(d, "duration { gte { nanos: 1000000 } }", "f { nanos: 250000 }", "0.00025s is less than 0.001s"),
                row(d, "duration { lt { seconds: 315576000000 } }", "f { seconds: 9 }", FINE),
                row(d, "duration { in { seconds: 1 } in { } }", "f { seconds: 2 }", "2s is not one of 1s, 0s"),
                row(d, "duration { not_in { seconds: 1 } }", "f { seconds: 1 }", "1s is not allowed"),
                row(t, "timestamp { required: true }", "", "not set, but required"),
                row(
                        t,
                        "timestamp { gt { } }",
                        "f { nanos: -1 }",
                        "-1 nanoseconds, must be from 0 to less than 1000000000"),
                row(
                        t,
                        "timestamp { gt { } }",
                        "f { seconds: 253402300800 }",
                        "253402300800 seconds, must be from -62135596800 to 253402300799"),
                row(t, "timestamp { const { } }", "f { }", FINE),
                row(
                        t,
                        "timestamp { const { } }",
                        "f { seconds: 1 }",
                        "1970-01-01T00:00:01Z is not 1970-01-01T00:00:00Z, the only value allowed"),
                row(t, "timestamp { lt { } }", "f { }", "1970-01-01T00:00:00Z is not before 1970-01-01T00:00:00Z"),
                row(t, "timestamp { lte { } }", "f { }", FINE),
                row(
                        t,
                        "timestamp { lte { } }",
                        "f { nanos: 1 }",
                        "1970-01-01T00:00:00.000000001Z is after 1970-01-01T00:00:00Z"),
                row(t, "timestamp { gt { } }", "f { }", "1970-01-01T00:00:00Z is not after 1970-01-01T00:00:00Z"),
                row(
                        t,
                        "timestamp { gte { seconds: 1 } }",
                        "f { }",
                        "1970-01-01T00:00:00Z is before 1970-01-01T00:00:01Z"),
                row(t, "timestamp { gt { seconds: 9 } lt { seconds: 5 } }", "f { seconds: 10 }", FINE),
                row(
                        t,
                        "timestamp { gt { seconds: 9 } lt { seconds: 5 } }",
                        "f { seconds: 7 }",
                        "1970-01-01T00:00:07Z is between 1970-01-01T00:00:05Z and 1970-01-01T00:00:09Z, only times outside"
                                + " are allowed"),
                row(t, "timestamp { lt_now: true }", "f { }", FINE),
                row(t, "timestamp { gt_now: true }", "f { }", "1970-01-01T00:00:00Z is not in the future"),
                row(
                        t,
                        "timestamp { lt_now: true }",
                        "f { seconds: 253402300799 }",
                        "9999-12-31T23:59:59Z is not in the past"),
                row(
                        t,
                        "timestamp { within { seconds: 60 } }",
                        "f { }",
                        "1970-01-01T00:00:00Z is more than 60s from now"));
    }

    @ParameterizedTest(name = "{index}: {1} {2}")
    @MethodSource({"text", "bytes", "numbers", "extremes", "boolsAndEnums", "times"})
    void value_underRule_isJudged(String field, String rule, String value, String wrong) {
        Descriptor type = TestProtos.withField(field, rule);

        EnvoyVerdict verdict = rules.check(TestProtos.message(type, value));

        List<RuleViolation> expected = wrong.isEmpty() ? List.of() : List.of(new RuleViolation("f", wrong));
        assertThat(verdict.violations()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "defined_only: true, 7, 7 is not a value of E",
        "defined_only: true, -1, -1 is not a value of E",
        "in: 7, 7,",
        "in: -1, -1,",
        "not_in: 7, 7, 7 is not allowed"
    })
    void enum_numberWithoutName_isJudged(String rule, int number, String wrong) {
        Descriptor type = TestProtos.withField("type: TYPE_ENUM type_name: '.test.M.E'", "enum { " + rule + " }");
        FieldDescriptor field = type.findFieldByName("f");
        Object value = field.getEnumType().findValueByNumberCreatingIfUnknown(number);

        EnvoyVerdict verdict = rules.check(
                DynamicMessage.newBuilder(type).setField(field, value).build());

        assertThat(verdict.violations()).isEqualTo(wrong == null ? List.of() : List.of(new RuleViolation("f", wrong)));
    }

    private static Stream<Arguments> wrappers() {
        return Stream.of(
                row("UInt32Value", "uint32 { gte: 1 }", "", FINE),
                row("UInt32Value", "uint32 { gte: 1 }", "f { value: 1 }", FINE),
                row("UInt32Value", "uint32 { gte: 1 }", "f { }", "0 is less than 1"),
                row("Int64Value", "int64 { lt: 0 }", "f { value: 3 }", "3 is not less than 0"),
                row("DoubleValue", "double { lte: 1 }", "f { value: 2 }", "2.0 is greater than 1.0"),
                row("FloatValue", "float { lte: 1 }", "f { value: 2 }", "2.0 is greater than 1.0"),
                row("UInt64Value", "uint64 { lte: 1 }", "f { value: 2 }", "2 is greater than 1"),
                row("Int32Value", "int32 { lte: 1 }", "f { value: 2 }", "2 is greater than 1"),
                row("BoolValue", "bool { const: true }", "f { }", "false is not true, the only value allowed"),
                row("StringValue", "string { min_len: 1 }", "f { value: 'a' }", FINE),
                row("StringValue", "string { min_len: 1 }", "f { }", "empty, at least 1 character required"),
                row("BytesValue", "bytes { max_len: 1 }", "f { value: 'ab' }", "2 bytes, at most 1 allowed"),
                row("StringValue", "message { required: true } string { min_len: 1 }", "", "not set, but required"));
    }

    @ParameterizedTest(name = "{index}: {0} {1} {2}")
    @MethodSource("wrappers")
    void wrapper_underRule_isJudgedByItsValue(String wrapper, String rule, String value, String wrong) {
        value_underRule_isJudged(
                "type: TYPE_MESSAGE type_name: '.google.protobuf." + wrapper + "'", rule, value, wrong);
    }
}
