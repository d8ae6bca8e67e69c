// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expression was given to Envoy 1.40. */
class RouteRegexesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v[0-9]+/.*",
                "(a*)*",
                "[*+]+x",
                "a\\++",
                "\\\\1",
                "(?P<n>a)",
                "(?<n>a)",
                "\\Qa*+\\E",
                "(?i)a",
                "(?:a)",
                "(?-s:a)",
                "[[:alpha:]]",
                "[^[:digit:]]",
                "\\pN",
                "\\p{L}",
                "[\\p{L}_]",
                "\\({2}",
                "a{2}?",
                "a*?",
                "()",
                "|",
                "]",
                "}",
                "\\07",
                "\\.\\-\\/",
                "\\b\\B\\A\\z\\d\\D\\s\\S\\w\\W\\n\\t\\r\\f\\v\\a",
                "[\\d\\-]",
                "\\x41",
                "^a$"
            })
    void expression_thatEnvoyTakes_isValid(String regex) {
        assertThat(RouteRegexes.isRe2(regex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a**",
                "a*+",
                "a++",
                "a?+",
                "a{2}+",
                "a{1001}",
                "a{1,1001}",
                "x{2,1}",
                "{2}",
                "a|{2}",
                "({2})",
                "(",
                ")",
                "[",
                "[a",
                "[b-a]",
                "a\\",
                "(?=a)",
                "(?!a)",
                "(?<=a)",
                "(?<!a)",
                "(?>a)",
                "(?x)a",
                "(?d)a",
                "(?#c)",
                "(?P=n)",
                "(a)\\1",
                "(?<a>a)\\k<a>",
                "\\p{Alpha}",
                "\\p{IsAlphabetic}",
                "\\Z",
                "\\G",
                "\\h",
                "\\R",
                "\\X",
                "\\u0041",
                "\\e",
                "\\cA",
                "a|*"
            })
    void expression_thatEnvoyRefuses_isNot(String regex) {
        assertThat(RouteRegexes.isRe2(regex)).isFalse();
    }

    @Test
    void expression_ofAnyDepthAndLength_isJudgedWithoutException() {
        assertThat(RouteRegexes.isRe2("(".repeat(100_000) + ")".repeat(100_000)))
                .isFalse();
        assertThat(RouteRegexes.isRe2("(".repeat(100_000))).isFalse();
        assertThat(RouteRegexes.isRe2("(((a{100}){100}){100}){100}")).isFalse();
        assertThat(RouteRegexes.isRe2("(a{10}){100}")).isTrue();
        assertThat(RouteRegexes.isRe2("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"))
                .isTrue();
        assertThat(RouteRegexes.isRe2("[\\a".repeat(50_000))).isFalse();
        assertThat(RouteRegexes.isRe2("(a*)*".repeat(20_000))).isTrue();
        assertThat(RouteRegexes.isRe2("((((a+)+)+)+)+$")).isTrue();
    }
}
