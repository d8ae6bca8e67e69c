// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcpRulesTest {
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));
    private static final String HOST_TEXT =
            " is neither an IP address nor a DNS name, so it never resolves (expected: a bare host, without scheme, port "
                    + "or path) [Invalid]";
    private static final String AUDIENCE_TEXT =
            "it does not fit into the URL by which the proxy asks for a token (expected: visible ASCII characters other "
                    + "than & and #) [Invalid]";

    @ParameterizedTest
    @ValueSource(strings = {"parcels.run.example", "192.0.2.10", "2001:db8::1", "a"})
    void host_thatCanBeReached_isFine(String host) {
        assertThat(findings(SECURE, host, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://parcels.run.example",
                "parcels.run.example:8443",
                "parcels.run.example/v1",
                "[::1]",
                " a"
            })
    void host_thatNeverResolves_isRefusedInSecureOnly(String host) {
        assertThat(findings(SECURE, host, null))
                .containsExactly("ERROR Backend shop/parcels: spec.gcp.host: \"" + host + "\"" + HOST_TEXT);
        assertThat(findings(KGATEWAY, host, null))
                .containsExactly("WARNING Backend shop/parcels: spec.gcp.host: \"" + host + "\"" + HOST_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://parcels.run.example/v1?x=1", "1234-abc.apps.example", "orders", "~!"})
    void audience_thatFits_isFine(String audience) {
        assertThat(findings(SECURE, "a", audience)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\r\nb", "a\0", "a&format=full", "a#b", "münchen", "\u007f"})
    void audience_thatDoesNotFit_isRefusedInSecureOnly(String audience) {
        assertThat(findings(SECURE, "a", audience))
                .containsExactly("ERROR Backend shop/parcels: spec.gcp.audience: " + AUDIENCE_TEXT);
        assertThat(findings(KGATEWAY, "a", audience))
                .containsExactly("WARNING Backend shop/parcels: spec.gcp.audience: " + AUDIENCE_TEXT);
    }

    @Test
    void values_bothUnusable_areBothReported() {
        assertThat(findings(SECURE, "a b", "a b")).hasSize(2);
        assertThat(findings(
                        SECURE.toBuilder()
                                .set(GcpSettings.REFUSE_UNUSABLE_VALUES, false)
                                .build(),
                        "a b",
                        "a b"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("WARNING "));
    }

    private static List<String> findings(TranslationSettings settings, String host, @Nullable String audience) {
        ValidationContext context = ValidationContext.builder(ObjectMeta.of("shop", "parcels"))
                .settings(settings)
                .path(FieldPath.of("spec", "gcp"))
                .build();
        new GcpPlugin().validate(new GcpBackend(host, audience), context);
        return context.diagnostics().all().stream().map(Diagnostic::toString).toList();
    }
}
