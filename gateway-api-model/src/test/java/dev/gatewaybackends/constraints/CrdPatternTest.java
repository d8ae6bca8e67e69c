// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrdPatternTest {
    private static final String NAME = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String NAMES = NAME + "(\\." + NAME + ")*";
    private static final String PATH = "\\/[A-Za-z0-9\\/\\-._~%!$&'()*+,;=:]+$";

    /** The expressions of the Gateway API and of kgateway. */
    static List<String> expressions() {
        return List.of(
                "^(\\*\\.)?" + NAMES + "$",
                "^" + NAMES + "$",
                "^$|^" + NAMES + "$",
                "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$",
                "^" + NAME + "$",
                "^" + NAMES + PATH,
                "^[A-Za-z0-9!#$%&'*+\\-.^_\\x60|~]+$",
                "^[!-~]+([\\t ]?[!-~]+)*$",
                "^([0-9]{1,5}(h|m|s|ms)){1,4}$",
                "^(([^:/?#]+):)(//([^/?#]*))([^?#]*)(\\?([^#]*))?(#(.*))?",
                "(^\\*$)|(^(http(s)?):\\/\\/(((\\*\\.)?([a-zA-Z0-9\\-]+\\.)*[a-zA-Z0-9-]+|\\*)(:([0-9]{1,5}))?)$)",
                "^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$|" + NAMES + "\\/[A-Za-z0-9]+$",
                "^Hostname|IPAddress|NamedAddress|" + NAMES + PATH,
                "^(System|(" + NAMES + "/([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]))$",
                "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$",
                "^(" + NAMES + "/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$",
                "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$",
                "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$",
                "^https?://[-a-zA-Z0-9@:%.+~#?&/=]+$",
                "^[A-Za-z0-9-_]{1,140}$",
                "^(\\$LATEST|[0-9]+|[A-Za-z0-9-_]{1,128})$",
                "^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void foundIn_shortText_agreesWithJavasPattern(String expression) {
        CrdPattern pattern = CrdPattern.compile(expression);
        Pattern java = Pattern.compile(expression.replaceAll("\\$(?=$|[|)])", "\\\\z"));
        Random random = new Random(7);
        List<String> pieces = List.of(
                "a",
                "b",
                "9",
                "-",
                ".",
                "/",
                "*",
                "*.",
                ":",
                "A",
                "%2f",
                "%",
                "http://",
                "https://",
                "System",
                "#",
                "?",
                " ",
                "\t",
                "\n",
                "1h",
                "ms",
                "5",
                "_",
                ",",
                "é",
                "😀",
                "Hostname",
                "IPAddress",
                "$",
                "$LATEST",
                "");
        for (int i = 0; i < 4_000; i++) {
            String text = Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                    .limit(random.nextInt(9))
                    .collect(joining());
            assertThat(pattern.foundIn(text))
                    .as("<%s>", text)
                    .isEqualTo(java.matcher(text).find());
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void foundIn_textOfAMebibyte_isQuickAndNeedsNoStack(String expression) {
        CrdPattern pattern = CrdPattern.compile(expression);
        for (String piece : List.of("a", "a.", "a/", "1h", "%2f", "a ")) {
            for (String end : List.of("a", "é")) {
                String text = "a" + piece.repeat((1 << 20) / piece.length()) + end;
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> pattern.foundIn(text));
            }
        }
        assertThat(pattern).hasToString(expression);
    }

    @Test
    void foundIn_longTextThatMatches_isFound() {
        assertThat(CrdPattern.compile("^" + NAMES + "$").foundIn("a.".repeat(1 << 19) + "a"))
                .isTrue();
        assertThat(CrdPattern.compile("^[!-~]+([\\t ]?[!-~]+)*$").foundIn("ab ".repeat(1 << 18) + "c"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a$; ba; true", "^a$; ba; false", "a{2}; a; false", "a{2}; aa; true", "^a{2,}$; aaaa; true",
                "^a{2,3}$; aaaa; false", "^a{2,3}$; aaa; true", "^[^a-c]$; d; true", "^[^a-c]$; b; false",
                        "^[]a]$; ]; true",
                "^[a-]$; -; true", "^\\d\\w\\s$; `1_ `; true", "^(a|b)*?$; abba; true", "^.$; 😀; true",
                        "^[&&a]$; &; true",
                "^\\x41$; A; true", "^(a*)*$; b; false", "x|^$; ``; true", "^\\[$; [; true", "^(a?){3}$; aaaa; false"
            })
    void foundIn_eachPieceOfSyntax_meansWhatItMeansInRe2(String expression, String text, boolean found) {
        assertThat(CrdPattern.compile(expression).foundIn(text)).isEqualTo(found);
    }

    @Test
    void foundIn_textBeforeALineFeed_isNotTheEnd() {
        assertThat(CrdPattern.compile("^a$").foundIn("a\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "(?i)a",
                "[a",
                "a**",
                "*a",
                "a{x}",
                "a{3,2}",
                "a{1001}",
                "\\p{L}",
                "\\",
                "[b-a]",
                "\\xg0",
                "[[:digit:]]"
            })
    void compile_unsupportedOrMalformedExpression_isRefusedWithTheExpression(String expression) {
        assertThatThrownBy(() -> CrdPattern.compile(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expression);
    }
}
