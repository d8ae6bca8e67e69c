// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcpSettingsTest {
    @Test
    void all_settings_belongToTheModuleAndSayWhatTheyDo() {
        assertThat(GcpSettings.all()).hasSize(6).allSatisfy(setting -> {
            assertThat(setting.key()).startsWith("gcp.");
            assertThat(setting.description()).endsWith(".");
            assertThat(PluginRegistry.discover().setting(setting.key())).isSameAs(setting);
        });
    }

    @Test
    void profiles_switches_areOnInSecureOnly() {
        for (Setting<?> setting : GcpSettings.all()) {
            TranslationProfile kgateway = TranslationProfile.kgateway(KgatewayVersion.V2_3);
            if (setting.equals(GcpSettings.TOKEN_CACHE_SIZE)) {
                assertThat(setting.in(TranslationProfile.SECURE)).isEqualTo(100);
                assertThat(setting.in(kgateway)).isEqualTo(0);
            } else {
                assertThat(setting.in(TranslationProfile.SECURE))
                        .as(setting.key())
                        .isEqualTo(!setting.equals(GcpSettings.HTTP2));
                assertThat(setting.in(kgateway)).as(setting.key()).isEqualTo(false);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "many", "99999999999"})
    void tokenCacheSize_noSize_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> TranslationSettings.builder().parse(GcpSettings.TOKEN_CACHE_SIZE, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gcp.token-cache-size: '" + text + "' is not a size (expected: 0 or more)");
    }

    @Test
    void tokenCacheSize_size_isSet() {
        assertThat(TranslationSettings.builder()
                        .parse(GcpSettings.TOKEN_CACHE_SIZE, "7")
                        .build()
                        .get(GcpSettings.TOKEN_CACHE_SIZE))
                .isEqualTo(7);
    }
}
