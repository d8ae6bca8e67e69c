// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.settings.MessageStyle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsKeysTest {
    @Test
    void of_allValues_areUsable() {
        AwsKeys keys = AwsKeys.of(
                text(Map.of("accessKey", "AKIAFAKE", "secretKey", "not-a-secret", "sessionToken", "not-a-token")),
                true);

        assertThat(keys.isUsable()).isTrue();
        assertThat(keys.accessKey()).isEqualTo("AKIAFAKE");
        assertThat(keys.secretKey()).isEqualTo("not-a-secret");
        assertThat(keys.sessionToken()).isEqualTo("not-a-token");
        assertThat(keys).hasToString("AwsKeys[hidden]");
    }

    @Test
    void of_noSessionToken_isUsable() {
        AwsKeys keys = AwsKeys.of(text(Map.of("accessKey", "AKIAFAKE", "secretKey", "not-a-secret")), true);

        assertThat(keys.isUsable()).isTrue();
        assertThat(keys.sessionToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIAFAKE\n", " AKIAFAKE", "AKIAFAKE \r\n\t"})
    void of_whiteSpaceAround_isRemovedOnlyIfTrimmed(String value) {
        Secret secret = text(Map.of("accessKey", value, "secretKey", "not-a-secret"));

        assertThat(AwsKeys.of(secret, true).accessKey()).isEqualTo("AKIAFAKE");
        assertThat(AwsKeys.of(secret, false).accessKey()).isEqualTo(value);
        assertThat(AwsKeys.of(secret, false).isUsable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIA FAKE", "AKIA\nFAKE", "AKIA\u0000", "\u00c4KIA", "AKIA\u007f"})
    void of_oddCharacter_isAProblemOnlyIfTrimmed(String value) {
        Secret secret = text(Map.of("accessKey", value, "secretKey", "not-a-secret"));

        AwsKeys keys = AwsKeys.of(secret, true);
        assertThat(keys.isUsable()).isFalse();
        assertThat(keys.problems(MessageStyle.PLAIN))
                .containsExactly("accessKey holds a character that no AWS key has");
        assertThat(keys.toString()).doesNotContain(value);
        assertThat(AwsKeys.of(secret, false).isUsable()).isTrue();
    }

    @Test
    void of_missingValues_areProblemsInBothStyles() {
        AwsKeys keys = AwsKeys.of(text(Map.of("password", "not-a-password")), false);

        assertThat(keys.problems(MessageStyle.PLAIN)).containsExactly("accessKey is missing", "secretKey is missing");
        assertThat(keys.problems(MessageStyle.KGATEWAY))
                .containsExactly("access_key is not a valid string", "secret_key is not a valid string");
    }

    @Test
    void of_bytesThatAreNoText_areProblems() {
        AwsKeys keys =
                AwsKeys.of(data(Map.of("accessKey", "/w==", "secretKey", "/w==", "sessionToken", "/w==")), false);

        assertThat(keys.problems(MessageStyle.PLAIN))
                .containsExactly(
                        "accessKey is not UTF-8 text", "secretKey is not UTF-8 text", "sessionToken is not UTF-8 text");
        assertThat(keys.problems(MessageStyle.KGATEWAY_2_1))
                .containsExactly(
                        "access_key is not a valid string",
                        "secret_key is not a valid string",
                        "session_key is not a valid string");
    }

    @Test
    void of_noBase64_isAProblem() {
        assertThat(AwsKeys.of(data(Map.of("accessKey", "%", "secretKey", "%", "sessionToken", "%")), true)
                        .problems(MessageStyle.PLAIN))
                .containsExactly("accessKey is not Base64", "secretKey is not Base64", "sessionToken is not Base64");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_emptyValues_areProblemsButForTheToken(boolean trimmed) {
        AwsKeys keys = AwsKeys.of(text(Map.of("accessKey", "", "secretKey", "", "sessionToken", "")), trimmed);

        assertThat(keys.problems(MessageStyle.PLAIN)).containsExactly("accessKey is empty", "secretKey is empty");
        assertThat(keys.problems(MessageStyle.KGATEWAY)).containsExactly("access_key is empty", "secret_key is empty");
    }

    private static Secret text(Map<String, String> values) {
        return SecretBuilder.builder()
                .metadata(ObjectMeta.of("shop", "keys"))
                .stringData(values)
                .build();
    }

    private static Secret data(Map<String, String> values) {
        return SecretBuilder.builder()
                .metadata(ObjectMeta.of("shop", "keys"))
                .data(values)
                .build();
    }
}
