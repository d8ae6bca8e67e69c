// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Matches;
import dev.gatewaybackends.gatewayapi.Violations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarsTest {
    record Hostnames(List<@Hostname String> values) {}

    record PreciseHostnames(List<@PreciseHostname String> values) {}

    record SectionNames(List<@SectionName String> values) {}

    record Groups(List<@Group String> values) {}

    record Kinds(List<@Kind String> values) {}

    record ObjectNames(List<@ObjectName String> values) {}

    record Namespaces(List<@Namespace String> values) {}

    record Controllers(List<@GatewayController String> values) {}

    record HeaderNames(List<@HeaderName String> values) {}

    record Origins(List<@CorsOrigin String> values) {}

    record Durations(List<@GatewayDuration String> values) {}

    record Uris(List<@AbsoluteUri String> values) {}

    record Protocols(List<@ProtocolType String> values) {}

    record AddressTypes(List<@AddressType String> values) {}

    record CaCertificates(List<@WellKnownCaCertificatesType String> values) {}

    record AnnotationValues(List<@AnnotationValue String> values) {}

    record LabelValues(List<@LabelValue String> values) {}

    record Ports(List<@PortNumber Integer> values) {}

    record HeaderValues(
            @HeaderValue @Matches(value = HeaderValue.VISIBLE_CHARACTERS, groups = ExperimentalChannel.class)
            String value) {}

    record Component(@Hostname String name) {}

    static Stream<Arguments> valid() {
        return Stream.of(
                type(Hostnames::new, "a", "*.example.com", "1.2.3.4", "a-b.c", "a".repeat(253)),
                type(PreciseHostnames::new, "a", "example.com", "a".repeat(253)),
                type(SectionNames::new, "http", "a.b"),
                type(Groups::new, "", "apps", "gateway.kgateway.dev"),
                type(Kinds::new, "A", "a", "HTTPRoute", "a-1", "K".repeat(63)),
                type(ObjectNames::new, "a", "with space", "a/b", "é".repeat(253)),
                type(Namespaces::new, "a", "a-b", "n".repeat(63)),
                type(Controllers::new, "example.com/a", "a/b%!$&'()*+,;=:~_.-/c"),
                type(HeaderNames::new, "a", "X-A_b!#$%&'*+.^`|~", "h".repeat(256)),
                type(Origins::new, "*", "http://*", "https://*.a.com", "http://a:1", "https://a.b.c:65536"),
                type(Durations::new, "0h", "0h0m0s", "10s30m1h", "99999h99999h99999h99999h"),
                type(Uris::new, "spiffe://a/b", "http://", "a://b?c#d\n"),
                type(Protocols::new, "HTTP", "a-1", "example.com/Raw", "!!a.b/c", "P".repeat(255)),
                type(AddressTypes::new, "IPAddress", "Hostnamex", "fooIPAddressbar", "NamedAddress", "a.b/c/d"),
                type(CaCertificates::new, "System", "example.com/Own_1.x"),
                type(AnnotationValues::new, "", "any\ntext", "\ud83d\ude00".repeat(4096)),
                type(LabelValues::new, "", "a", "A.b_c-1", "v".repeat(63)));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                type(Hostnames::new, "*", "a.*", "A", "-a", "a.", "a..b", "a.b\n", "a:80"),
                type(PreciseHostnames::new, "*.a", "a_b"),
                type(SectionNames::new, "a/b", "A"),
                type(Groups::new, "A", "a/b", " "),
                type(Kinds::new, "1", "a-", "a.b"),
                type(Namespaces::new, "a.b", "A", "-"),
                type(Controllers::new, "a", "/a", "a/", "a/é"),
                type(HeaderNames::new, "a b", "a:", "é", "a\n"),
                type(Origins::new, "a", "ftp://a", "http://", "http://a:123456", "http://a/", "**", "http://a*"),
                type(Durations::new, "", "1", "1m1", "1d", "1h30m10s20ms50h", "999999h", "1.5h", "-15m", "1h\n"),
                type(Uris::new, "a", "urn:a", "//a", "://a"),
                type(Protocols::new, "a b", "-a", "a.b", "a.b/", "a.b/c-d"),
                type(AddressTypes::new, "Foo", "ipaddress", "xHostname", "a.b/"),
                type(CaCertificates::new, "system", "Systemx", "a", "a/", "A/b"),
                type(LabelValues::new, "-", "a-", "a/b", "é"));
    }

    static Stream<Arguments> outOfLength() {
        return Stream.of(
                type(Hostnames::new, "a".repeat(254)),
                type(PreciseHostnames::new, "a".repeat(254)),
                type(SectionNames::new, "a".repeat(254)),
                type(Groups::new, "a".repeat(254)),
                type(Kinds::new, "a".repeat(64)),
                type(ObjectNames::new, "", "a".repeat(254)),
                type(Namespaces::new, "a".repeat(64)),
                type(Controllers::new, "a/" + "a".repeat(252)),
                type(HeaderNames::new, "a".repeat(257)),
                type(Origins::new, "http://" + "a".repeat(247)),
                type(Uris::new, "a://" + "b".repeat(250)),
                type(Protocols::new, "P".repeat(256)),
                type(AddressTypes::new, "IPAddress" + "a".repeat(245)),
                type(CaCertificates::new, "a.".repeat(126) + "a/b"),
                type(AnnotationValues::new, "a".repeat(4097)),
                type(LabelValues::new, "a".repeat(64)));
    }

    private static Arguments type(Function<List<String>, Object> type, String... values) {
        return arguments(type, List.of(values));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void text_withinTheType_isValid(Function<List<String>, Object> type, List<String> values) {
        assertThat(Violations.standard(type.apply(values))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void text_againstThePattern_isReportedByMatches(Function<List<String>, Object> type, List<String> values) {
        assertThat(Violations.standard(type.apply(values)))
                .filteredOn(violation -> violation.endsWith(".<list element>: @Matches"))
                .hasSameSizeAs(values);
    }

    @ParameterizedTest
    @MethodSource("outOfLength")
    void text_tooShortOrTooLong_isReportedByChars(Function<List<String>, Object> type, List<String> values) {
        assertThat(Violations.standard(type.apply(values)))
                .hasSameSizeAs(values)
                .allMatch(violation -> violation.endsWith(".<list element>: @Chars"));
    }

    @Test
    void constraint_onAComponent_isReportedOnce() {
        assertThat(Violations.standard(new Component("A"))).containsExactly("name: @Matches");
    }

    @Test
    void portNumber_outOfRange_isReportedByMinAndMax() {
        assertThat(Violations.standard(new Ports(List.of(1, 65535, 0, 65536))))
                .containsExactly("values[2].<list element>: @Min", "values[3].<list element>: @Max");
    }

    @Test
    void headerValue_withBlanksAtItsEnds_isInvalidInTheExperimentalChannelOnly() {
        for (String value : List.of(" a", "a ", "a  b", "é", "a\n")) {
            assertThat(Violations.standard(new HeaderValues(value))).isEmpty();
            assertThat(Violations.experimental(new HeaderValues(value))).containsExactly("value: @Matches");
        }
        for (String value : List.of("a", "a b", "a\tb", "x".repeat(4096))) {
            assertThat(Violations.experimental(new HeaderValues(value))).isEmpty();
        }
        assertThat(Violations.standard(new HeaderValues("x".repeat(4097)))).containsExactly("value: @Chars");
    }
}
