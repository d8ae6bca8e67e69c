// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DfpSettingsTest {
    @Test
    void all_settings_belongToTheModuleAndSayWhatTheyDo() {
        assertThat(DfpSettings.all())
                .containsExactly(DfpSettings.APPLY_DNS_LOOKUP_FAMILY, DfpSettings.EXPLICIT_SAN_VALIDATION)
                .allSatisfy(setting -> {
                    assertThat(setting.key()).startsWith("dfp.");
                    assertThat(setting.description()).endsWith(".");
                });
    }

    @Test
    void explicitSanValidation_profile_isOnInSecureOnly() {
        assertThat(DfpSettings.EXPLICIT_SAN_VALIDATION.in(TranslationProfile.SECURE))
                .isTrue();
        assertThat(DfpSettings.EXPLICIT_SAN_VALIDATION.in(TranslationProfile.kgateway(KgatewayVersion.V2_1)))
                .isFalse();
        assertThat(DfpSettings.EXPLICIT_SAN_VALIDATION.in(TranslationProfile.kgateway(KgatewayVersion.MAIN)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "True", "0"})
    void parse_noSwitch_namesSettingAndChoices(String text) {
        assertThatThrownBy(() -> TranslationSettings.builder().parse(DfpSettings.EXPLICIT_SAN_VALIDATION, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dfp.explicit-san-validation: '" + text + "' is not a switch (expected: true or false)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/proxy/roots.pem", "file:", "secret:", "File:/etc/proxy/roots.pem"})
    void parse_noTrustRoot_namesSettingAndForms(String text) {
        assertThatThrownBy(() -> TranslationSettings.builder().parse(CoreSettings.UPSTREAM_TRUST, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "core.upstream-trust: '" + text + "' is not a trust root (expected: file:PATH or secret:NAME)");
    }
}
