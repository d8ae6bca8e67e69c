// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestSigningTest {
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));

    @Test
    void filter_kgatewayProfile_hasServiceAndRegionOnly() throws InvalidProtocolBufferException {
        HttpFilter filter = RequestSigning.of("lambda", "us-east-1", AwsCredentials.ambient())
                .filter(KGATEWAY);

        assertThat(filter.getName()).isEqualTo("envoy.filters.http.aws_request_signing");
        assertThat(config(filter))
                .isEqualTo(AwsRequestSigning.newBuilder()
                        .setServiceName("lambda")
                        .setRegion("us-east-1")
                        .build());
    }

    @Test
    void filter_secureProfile_leavesOutWhatProxiesChange() throws InvalidProtocolBufferException {
        HttpFilter filter = RequestSigning.of("bedrock", "us-east-1", AwsCredentials.ambient())
                .filter(TranslationSettings.SECURE);

        assertThat(config(filter).getMatchExcludedHeadersList())
                .extracting(RequestSigningTest::text)
                .containsExactly("x-envoy*", "x-forwarded*", "x-request-id", "traceparent", "tracestate");
    }

    @Test
    void filter_everyOption_isSet() throws InvalidProtocolBufferException {
        HttpFilter filter = RequestSigning.of("bedrock", "eu-west-1", AwsCredentials.ambient())
                .named("ai.credential")
                .hostRewrite("bedrock-runtime.eu-west-1.amazonaws.com")
                .excludeHeader("x-ai-variant")
                .filter(TranslationSettings.SECURE);

        assertThat(filter.getName()).isEqualTo("ai.credential");
        assertThat(config(filter).getHostRewrite()).isEqualTo("bedrock-runtime.eu-west-1.amazonaws.com");
        assertThat(config(filter).getMatchExcludedHeadersList())
                .extracting(RequestSigningTest::text)
                .endsWith("x-ai-variant");
    }

    @Test
    void strip_always_removesEveryHeaderOfASignature() throws InvalidProtocolBufferException {
        HttpFilter filter = RequestSigning.strip();

        assertThat(filter.getName()).isEqualTo("aws.strip");
        assertThat(filter.getTypedConfig()
                        .unpack(HeaderMutation.class)
                        .getMutations()
                        .getRequestMutationsList())
                .extracting(io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation::getRemove)
                .isEqualTo(List.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"));
    }

    private static AwsRequestSigning config(HttpFilter filter) throws InvalidProtocolBufferException {
        return filter.getTypedConfig().unpack(AwsRequestSigning.class);
    }

    private static String text(StringMatcher matcher) {
        return matcher.hasPrefix() ? matcher.getPrefix() + "*" : matcher.getExact();
    }
}
