// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.StandardChannel;
import dev.gatewaybackends.gatewayapi.Violations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every CEL rule. */
class KindRulesTest {
    /** The CRD of HTTPRoute has one rule more: that the type of a path match is known. The schema always reports that first. */
    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("HTTPRoute", Stream.concat(RouteRuleCases.all(), FilterRuleCases.all()), 50 - 1, 62 - 1),
                arguments("GRPCRoute", GrpcRuleCases.all(), 19, 25),
                arguments("TLSRoute", ConnectionRuleCases.tls(), 6, 6),
                arguments("TCPRoute", ConnectionRuleCases.tcp(), 3, 3),
                arguments("UDPRoute", ConnectionRuleCases.udp(), 3, 3),
                arguments("Gateway", GatewayRuleCases.gateway(), 16, 16),
                arguments("ListenerSet", GatewayRuleCases.listenerSet(), 7, 7),
                arguments("BackendTLSPolicy", PolicyRuleCases.all(), 8, 8),
                arguments("XBackend", ExperimentalKindRuleCases.backend(), 10, 10),
                arguments("XBackendTrafficPolicy", ExperimentalKindRuleCases.trafficPolicy(), 2, 7));
    }

    static Stream<RuleCase> cases() {
        return kinds().flatMap(kind -> casesOf(kind.get()[1]));
    }

    @SuppressWarnings("unchecked")
    private static Stream<RuleCase> casesOf(Object cases) {
        return (Stream<RuleCase>) cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rule_objectThatMeetsIt_isValid(RuleCase rule) {
        assertThat(Violations.standard(rule.valid())).isEmpty();
        assertThat(Violations.experimental(rule.valid())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rule_objectThatBreaksIt_isReportedInItsChannels(RuleCase rule) {
        assertReported(rule, StandardChannel.class, rule.channels().standard());
        assertReported(rule, ExperimentalChannel.class, rule.channels().experimental());
    }

    private static void assertReported(RuleCase rule, Class<?> channel, boolean reported) {
        String violation = rule.path() + ": " + rule.message();
        List<String> found = Violations.in(channel, rule.invalid());

        assertThat(found.contains(violation)).as(found.toString()).isEqualTo(reported);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void cases_ofAKind_areTheRulesOfItsCrd(String kind, Stream<RuleCase> cases, int standard, int experimental) {
        List<RuleCase> all = cases.toList();

        assertThat(all.stream()
                        .filter(rule -> rule.channels().standard())
                        .map(RuleCase::message)
                        .distinct())
                .as(kind)
                .hasSize(standard);
        assertThat(all.stream()
                        .filter(rule -> rule.channels().experimental())
                        .map(RuleCase::message)
                        .distinct())
                .as(kind)
                .hasSize(experimental);
    }
}
