// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.plugins.ai.settings.AiHttpFilters;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.SdsSource;
import dev.gatewaybackends.plugins.ai.settings.TlsPorts;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AiSettingsTest {
    private static final TranslationProfile KGATEWAY = TranslationProfile.kgateway(KgatewayVersion.V2_1);

    @Test
    void all_settings_belongToTheModuleAndSayWhatTheyDo() {
        assertThat(AiSettings.all()).hasSize(17).doesNotHaveDuplicates().allSatisfy(setting -> {
            assertThat(setting.key()).startsWith("ai.");
            assertThat(setting.description()).endsWith(".");
        });
    }

    @Test
    void all_valuesOfBothProfiles_areReadBackFromTheirText() {
        AiSettings.all().forEach(setting -> {
            assertThat(setting.parse(setting.in(TranslationProfile.SECURE).toString()))
                    .isEqualTo(setting.in(TranslationProfile.SECURE));
            assertThat(setting.parse(setting.in(KGATEWAY).toString())).isEqualTo(setting.in(KGATEWAY));
        });
    }

    @Test
    void profile_kgateway_isThatOfItsOwnEnvoy() {
        assertThat(AiSettings.HTTP_FILTERS.in(KGATEWAY)).isEqualTo(AiHttpFilters.KGATEWAY);
        assertThat(AiSettings.TOKEN_PLACEMENT.in(KGATEWAY)).isEqualTo(TokenPlacement.ENDPOINT_METADATA);
        assertThat(AiSettings.VERIFY_TLS.in(KGATEWAY)).isFalse();
        assertThat(AiSettings.HTTP_FILTERS.in(TranslationProfile.SECURE)).isEqualTo(AiHttpFilters.STOCK);
        assertThat(AiSettings.VERIFY_TLS.in(TranslationProfile.SECURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "2.0", "1.x", "1.32", "1.9999", "v1.37", "1.37.0"})
    void envoyVersion_noRelease_namesWhatIsAllowed(String text) {
        assertThatThrownBy(() -> TranslationSettings.builder().parse(AiSettings.ENVOY_VERSION, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ai.envoy-version: ")
                .hasMessageContaining("expected: 1.33 or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "443,", "a", "0", "65536", "ALL", "-1"})
    void tlsPorts_noPorts_areRefused(String text) {
        assertThatThrownBy(() -> TlsPorts.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: ");
    }

    @Test
    void tlsPorts_text_isReadBack() {
        assertThat(TlsPorts.parse("8443, 443")).hasToString("443,8443").isEqualTo(TlsPorts.of(443, 8443));
        assertThat(TlsPorts.parse("all").contains(1)).isTrue();
        assertThat(TlsPorts.parse("none").contains(443)).isFalse();
        assertThat(TlsPorts.NONE).isEqualTo(TlsPorts.of()).hasSameHashCodeAs(TlsPorts.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ADS", "file:", "static", "/etc"})
    void sdsSource_noSource_isRefused(String text) {
        assertThatThrownBy(() -> SdsSource.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: ads or file:DIRECTORY)");
    }

    @Test
    void sdsSource_files_areNamedForTheirSecrets() {
        SdsSource files = SdsSource.parse("file:/etc/envoy/secrets");

        assertThat(files).hasToString("file:/etc/envoy/secrets/").isEqualTo(SdsSource.files("/etc/envoy/secrets/"));
        assertThat(files.filePath("ai/llm/key#Authorization"))
                .isEqualTo("/etc/envoy/secrets/ai_llm_key_Authorization.yaml");
        assertThat(SdsSource.ADS.filePath("ai/llm/key#Authorization")).isNull();
    }
}
