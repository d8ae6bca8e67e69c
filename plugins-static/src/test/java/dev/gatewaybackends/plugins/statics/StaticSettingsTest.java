// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StaticSettingsTest {
    static Stream<Setting<?>> all() {
        return StaticSettings.all().stream();
    }

    @Test
    void all_settings_belongToTheModuleAndSayWhatTheyDo() {
        assertThat(StaticSettings.all())
                .containsExactly(StaticSettings.IPV6_IN_BRACKETS, StaticSettings.TRUNCATE_AT_BAD_HOST)
                .allSatisfy(setting -> {
                    assertThat(setting.key()).startsWith("static.");
                    assertThat(setting.description()).endsWith(".");
                });
    }

    @Test
    void parse_switch_isSet() {
        TranslationSettings settings = TranslationSettings.builder()
                .parse(StaticSettings.IPV6_IN_BRACKETS, "false")
                .parse(StaticSettings.TRUNCATE_AT_BAD_HOST, "true")
                .build();

        assertThat(settings.get(StaticSettings.IPV6_IN_BRACKETS)).isFalse();
        assertThat(settings.get(StaticSettings.TRUNCATE_AT_BAD_HOST)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void parse_otherText_namesSettingAndChoices(Setting<?> setting) {
        for (String text : new String[] {"", "yes", "TRUE", "1", " true"}) {
            assertThatThrownBy(() -> TranslationSettings.builder().parse(setting, text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(setting.key() + ": '" + text + "' is not a switch (expected: true or false)");
        }
    }
}
