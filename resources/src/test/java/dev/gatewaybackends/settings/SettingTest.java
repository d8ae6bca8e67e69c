// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    static Stream<Setting<?>> settings() {
        return CoreSettings.all().stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    <T> void everyCoreSetting_isDescribedAndReadsBackItsOwnText(Setting<T> setting) {
        for (KgatewayVersion version : KgatewayVersion.values()) {
            if (version != KgatewayVersion.V2_0) {
                T value = setting.in(TranslationProfile.kgateway(version));
                assertThat(setting.parse(value.toString())).isEqualTo(value);
            }
        }
        T secure = setting.in(TranslationProfile.SECURE);
        assertThat(setting.parse(secure.toString())).isEqualTo(secure);
        assertThat(setting.description()).endsWith(".");
        assertThat(setting.key()).startsWith("core.");
    }

    @Test
    void valueThatIsSet_winsOverTheProfile() {
        TranslationSettings settings = TranslationSettings.builder()
                .profile(TranslationProfile.kgateway(KgatewayVersion.V2_1))
                .set(CoreSettings.EMPTY_METADATA, false)
                .parse(CoreSettings.DNS_LOOKUP_FAMILY, "v6_only")
                .build();

        assertThat(settings.get(CoreSettings.EMPTY_METADATA)).isFalse();
        assertThat(settings.get(CoreSettings.DNS_LOOKUP_FAMILY)).isEqualTo(DnsLookupFamily.V6_ONLY);
        assertThat(settings.get(CoreSettings.DNS_CLUSTER_EXTENSION)).isFalse();
        assertThat(settings)
                .isEqualTo(settings.toBuilder().build())
                .hasSameHashCodeAs(settings.toBuilder().build());
        assertThat(settings).isNotEqualTo(TranslationSettings.SECURE);
        assertThat(settings).asString().startsWith("kgateway 2.1 {core.empty-metadata=false");
    }

    @Test
    void textThatIsNoValue_isRefusedWithKeyAndChoices() {
        TranslationSettings.Builder builder = TranslationSettings.builder();

        assertThatThrownBy(() -> builder.parse(CoreSettings.EMPTY_METADATA, "yes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("core.empty-metadata: 'yes' is not a switch (expected: true or false)");
        assertThatThrownBy(() -> builder.parse(CoreSettings.REFERENCE_GRANT_MODE, "lax"))
                .hasMessage("core.reference-grant-mode: 'lax' is not a choice (expected: STRICT, PERMISSIVE, OFF)");
        assertThatThrownBy(() -> TranslationProfile.kgateway(KgatewayVersion.V2_0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void upstreamTrust_isAFileOrASecret() {
        assertThat(UpstreamTrust.parse("file:/ca.pem").filePath()).isEqualTo("/ca.pem");
        assertThat(UpstreamTrust.parse("secret:CA").secretName()).isEqualTo("CA");
        assertThat(UpstreamTrust.parse("secret:CA")).isEqualTo(UpstreamTrust.bootstrapSecret("CA"));
        assertThat(UpstreamTrust.file("CA")).isNotEqualTo(UpstreamTrust.bootstrapSecret("CA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "secret:", "/ca.pem", "url:x"})
    void upstreamTrust_thatIsNeither_isRefused(String text) {
        assertThatThrownBy(() -> UpstreamTrust.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:PATH");
    }
}
