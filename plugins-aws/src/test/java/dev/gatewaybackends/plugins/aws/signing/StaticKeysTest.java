// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"inline", "reject", "file:/etc/aws/credentials", "file:/etc/{namespace}/{name}"})
    void parse_form_isWrittenBack(String text) {
        assertThat(StaticKeys.parse(text)).hasToString(text).isEqualTo(StaticKeys.parse(text));
        assertThat(StaticKeys.parse(text)).hasSameHashCodeAs(StaticKeys.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Inline", "file:", "file", "/etc/aws/credentials"})
    void parse_otherText_namesTheForms(String text) {
        assertThatThrownBy(() -> StaticKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no way to hand over keys (expected: inline, reject or file:PATH)");
    }

    @Test
    void filePath_placeholders_standForTheSecret() {
        assertThat(StaticKeys.file("/etc/{namespace}/{name}/{name}").filePath("shop", "keys"))
                .isEqualTo("/etc/shop/keys/keys");
        assertThat(StaticKeys.file("/etc/credentials").filePath("shop", "keys")).isEqualTo("/etc/credentials");
        assertThat(StaticKeys.INLINE.filePath("shop", "keys")).isNull();
        assertThat(StaticKeys.REJECT.filePath("shop", "keys")).isNull();
    }

    @Test
    void file_emptyPath_isRefused() {
        assertThatThrownBy(() -> StaticKeys.file("")).isInstanceOf(IllegalArgumentException.class);
    }
}
