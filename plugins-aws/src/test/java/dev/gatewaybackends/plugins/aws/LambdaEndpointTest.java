// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaEndpointTest {
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));

    @Test
    void of_noUrl_isAwsEndpointOfTheRegion() throws LambdaEndpoint.UnusableException {
        AwsBackend aws = AwsBackend.lambda("cn-north-1", "123456789012", AwsLambda.of("f"));

        assertThat(LambdaEndpoint.of(aws, aws.lambda(), SECURE))
                .isEqualTo(new LambdaEndpoint("lambda.cn-north-1.amazonaws.com.cn", 443, true));
        assertThat(LambdaEndpoint.of(aws, aws.lambda(), KGATEWAY))
                .isEqualTo(new LambdaEndpoint("lambda.cn-north-1.amazonaws.com", 443, true));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h, 443, h",
        "https://h:443, 443, h",
        "https://h:80, 80, h:80",
        "http://h, 80, h",
        "http://h:80, 80, h",
        "http://h:443, 443, h:443",
        "https://h.:443, 443, h",
        "http://10.0.0.1:8080, 8080, 10.0.0.1:8080",
        "https://[2001:db8::1], 443, [2001:db8::1]",
        "http://[2001:db8::1]:8080, 8080, [2001:db8::1]:8080",
        "http://h:00080, 80, h"
    })
    void authority_url_namesThePortOnlyWhereItIsNotTheSchemes(String url, int port, String authority)
            throws LambdaEndpoint.UnusableException {
        LambdaEndpoint endpoint = of(url, SECURE);

        assertThat(endpoint.port()).isEqualTo(port);
        assertThat(endpoint.authority()).isEqualTo(authority);
        assertThat(endpoint.unresolvable()).isNull();
    }

    @Test
    void of_ipv6InBrackets_isTheAddress() throws LambdaEndpoint.UnusableException {
        assertThat(of("https://[2001:db8::1]:8443", SECURE).host()).isEqualTo("2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "4294967296", "99999999999999999999999999"})
    void of_portOutOfRange_isUnusable(String port) {
        assertThatThrownBy(() -> of("https://h:" + port, SECURE))
                .hasMessage(port + " is not a valid port (expected: 1 to 65535)");
    }

    @Test
    void of_portZeroInKgatewayProfile_isTaken() throws LambdaEndpoint.UnusableException {
        assertThat(of("https://h:0", KGATEWAY).port()).isZero();
    }

    @Test
    void of_noPort_isUnusableUnlessTheSettingGivesOne() {
        assertThatThrownBy(() -> of("https://h", KGATEWAY))
                .hasMessage("failed to parse port: strconv.ParseUint: parsing \"\": invalid syntax");
        TranslationSettings settings =
                SECURE.toBuilder().set(AwsSettings.LAMBDA_DEFAULT_PORT, false).build();
        assertThatThrownBy(() -> of("https://h", settings)).hasMessage("it has no port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%25b", "a+b", "a~b", "a=b", "a&b"})
    void unresolvable_noDnsName_saysSo(String host) throws LambdaEndpoint.UnusableException {
        assertThat(of("https://" + host, SECURE).unresolvable())
                .isEqualTo("\"" + host.replace("%25", "%")
                        + "\" is neither an IP address nor a DNS name, so it never resolves");
    }

    @Test
    void unresolvable_longName_saysHowLong() throws LambdaEndpoint.UnusableException {
        assertThat(of("https://" + "a".repeat(253), SECURE).unresolvable()).isNull();
        assertThat(of("https://" + "a".repeat(254), SECURE).unresolvable())
                .isEqualTo("a DNS name of 254 characters never resolves (at most 253)");
    }

    private static LambdaEndpoint of(String url, TranslationSettings settings) throws LambdaEndpoint.UnusableException {
        AwsLambda lambda =
                AwsLambdaBuilder.builder().functionName("f").endpointUrl(url).build();
        return LambdaEndpoint.of(AwsBackend.lambda("us-east-1", "123456789012", lambda), lambda, settings);
    }
}
