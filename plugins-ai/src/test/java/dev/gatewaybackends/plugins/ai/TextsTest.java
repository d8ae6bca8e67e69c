// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "a-._~9, a-._~9",
        "anthropic.claude-v1:0, anthropic.claude-v1%3A0",
        "a/b c%d, a%2Fb%20c%25d",
        "\u00e9, %C3%A9",
        "\ud83d\ude00, %F0%9F%98%80"
    })
    void encoded_text_isOneSegment(String text, String encoded) {
        assertThat(Texts.encoded(text)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b-c", "A.example", "under_score.example", "10.0.0.1", "::1", "fe80::1%1"})
    void hostProblem_host_isNone(String host) {
        assertThat(Texts.hostProblem(host)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a:80", "[::1]", "https://a", "a/b", "a?b", "u@a", "a\nb", "\u00e9.example", "*.a"})
    void hostProblem_anythingElse_isNamed(String host) {
        assertThat(Texts.hostProblem(host)).contains("(expected: a bare host");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:7, 2001:db8::7",
        "::, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "fe80::1%eth0, fe80::1",
        "192.0.2.7, 192.0.2.7"
    })
    void canonicalIp_address_isWrittenAsEnvoyDoes(String written, String canonical) {
        assertThat(CanonicalIp.of(written)).isEqualTo(canonical);
    }
}
