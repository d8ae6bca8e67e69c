// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationProfile;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {
    private static final List<KgatewayVersion> REPRODUCED = Arrays.stream(KgatewayVersion.values())
            .filter(version -> version != KgatewayVersion.V2_0)
            .toList();

    @Test
    void all_constants_areListedAndSayWhatTheyDo() {
        assertThat(AwsSettings.all())
                .containsExactlyInAnyOrderElementsOf(Stream.of(AwsSettings.class, SigningSettings.class)
                        .flatMap(type -> Arrays.stream(type.getFields()))
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .<Setting<?>>map(field -> {
                            try {
                                return (Setting<?>) field.get(null);
                            } catch (IllegalAccessException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList())
                .allSatisfy(setting -> {
                    assertThat(setting.key()).startsWith("aws.");
                    assertThat(setting.description()).endsWith(".");
                });
    }

    @Test
    void safeguards_profile_areOnInSecureOnly() {
        for (Setting<Boolean> setting : List.of(
                AwsSettings.LAMBDA_HOST_REWRITE,
                AwsSettings.LAMBDA_VERIFY_TLS,
                AwsSettings.LAMBDA_STRIP_SIGNATURE,
                AwsSettings.LAMBDA_DEFAULT_PORT,
                AwsSettings.EC2_DISTINCT_ADDRESSES,
                SigningSettings.TRIM_SECRET_VALUES,
                SigningSettings.EXCLUDE_HOP_HEADERS,
                SigningSettings.PARTITION_FROM_REGION)) {
            assertThat(setting.in(TranslationProfile.SECURE)).as(setting.key()).isTrue();
            assertThat(versionsWith(setting)).as(setting.key()).isEmpty();
        }
    }

    @Test
    void laxities_profile_areOnInKgatewayOnly() {
        for (Setting<Boolean> setting :
                List.of(AwsSettings.LAMBDA_PORT_ZERO, AwsSettings.EC2_UNFILTERED, AwsSettings.EC2_PORT_ZERO_IS_80)) {
            assertThat(setting.in(TranslationProfile.SECURE)).as(setting.key()).isFalse();
            assertThat(versionsWith(setting)).as(setting.key()).isEqualTo(REPRODUCED);
        }
    }

    @Test
    void versionDependentOnes_profile_followTheVersion() {
        assertThat(versionsWith(SigningSettings.ASSUME_ROLE_CHAIN)).containsExactly(KgatewayVersion.MAIN);
        assertThat(SigningSettings.ASSUME_ROLE_CHAIN.in(TranslationProfile.SECURE))
                .isTrue();
        assertThat(versionsWith(SigningSettings.EMPTY_SECRET_IS_AMBIENT))
                .containsExactly(KgatewayVersion.V2_1, KgatewayVersion.V2_2, KgatewayVersion.V2_3);
        assertThat(SigningSettings.EMPTY_SECRET_IS_AMBIENT.in(TranslationProfile.SECURE))
                .isFalse();
        assertThat(versionsWith(AwsSettings.EC2_ENDPOINT_WEIGHT))
                .contains(KgatewayVersion.V2_4)
                .doesNotContain(KgatewayVersion.MAIN);
        assertThat(AwsSettings.EC2_ENDPOINT_WEIGHT.in(TranslationProfile.SECURE))
                .isFalse();
    }

    @Test
    void ec2_profile_isOffInAll() {
        assertThat(AwsSettings.EC2_ENABLED.in(TranslationProfile.SECURE)).isFalse();
        assertThat(versionsWith(AwsSettings.EC2_ENABLED)).isEmpty();
    }

    private static List<KgatewayVersion> versionsWith(Setting<Boolean> setting) {
        return REPRODUCED.stream()
                .filter(version -> setting.in(TranslationProfile.kgateway(version)))
                .toList();
    }
}
