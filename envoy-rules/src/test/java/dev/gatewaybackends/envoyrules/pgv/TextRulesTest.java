// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.pgv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    private static Stream<Arguments> patterns() {
        return Stream.of(
                arguments("^[[]$", "[", true),
                arguments("^[a&&b]+$", "&", true),
                arguments("^[]a]$", "]", true),
                arguments("^\\\\$$", "$", true),
                arguments("^.$", "\r", true),
                arguments("^.$", "\n", false),
                arguments("^a$", "a\n", false),
                arguments("a(?!b)(", "a", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[[:digit:]]$", "^[[:nope:]]$", "^(?P<d>[0-9])$", "^\\pN$", "(?i)5"})
    void pattern_withSyntaxThatIsNotSupported_matchesNothing(String pattern) {
        assertThat(TextRules.search(pattern)).rejects("5", "d]", "");
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void pattern_whereRe2AndJavaDiffer_meansWhatRe2Means(String pattern, String text, boolean matches) {
        assertThat(TextRules.search(pattern.replace("\\\\", "\\")).test(text)).isEqualTo(matches);
    }
}
