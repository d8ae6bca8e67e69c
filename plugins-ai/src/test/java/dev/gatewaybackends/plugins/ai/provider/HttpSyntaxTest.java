// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "a-._~9, a-._~9",
        "anthropic.claude-v1:0, anthropic.claude-v1%3A0",
        "a/b c%d, a%2Fb%20c%25d",
        "\u00e9, %C3%A9",
        "\ud83d\ude00, %F0%9F%98%80"
    })
    void encoded_text_isOneSegment(String text, String encoded) {
        assertThat(HttpSyntax.encoded(text)).isEqualTo(encoded);
    }
}
