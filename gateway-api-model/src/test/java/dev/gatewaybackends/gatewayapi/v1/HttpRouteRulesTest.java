// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.StandardChannel;
import dev.gatewaybackends.gatewayapi.Violations;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of every CEL rule of HTTPRoute. */
class HttpRouteRulesTest {
    static Stream<RuleCase> cases() {
        return Stream.concat(RouteRuleCases.all(), FilterRuleCases.all());
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
        String violation = rule.path() + ": " + rule.message();

        assertThat(Violations.in(StandardChannel.class, rule.invalid()).contains(violation))
                .isEqualTo(rule.channels().standard());
        assertThat(Violations.in(ExperimentalChannel.class, rule.invalid()).contains(violation))
                .isEqualTo(rule.channels().experimental());
    }

    /** The CRD has one rule more: that the type of a path match is known. The schema always reports that first. */
    @Test
    void cases_allOfThem_areTheRulesOfTheCrd() {
        assertThat(cases().filter(rule -> rule.channels().standard())
                        .map(RuleCase::message)
                        .distinct())
                .hasSize(50 - 1);
        assertThat(cases().filter(rule -> rule.channels().experimental())
                        .map(RuleCase::message)
                        .distinct())
                .hasSize(62 - 1);
    }
}
