// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Failure;
import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants a marker in every value of a Secret and searches everything but the clusters for it. */
class SecretCanaryTest {
    private static final String MARKER = "CANARY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{accessKey: CANARY1, secretKey: CANARY2, sessionToken: CANARY3}",
                "{accessKey: 'CANARY1 x', secretKey: \"CANARY2\\nx\", sessionToken: \"CANARY3\\u0000\"}",
                "{accessKey: CANARY1, sessionToken: CANARY3}",
                "{accessKey: '', secretKey: CANARY2}",
                "{secretKey: CANARY2, other: CANARY4}",
                "{accessKey: \"CANARY1\\u00e9\", secretKey: CANARY2}"
            })
    void translation_secretValues_appearNowhereButInTheCluster(String data) {
        for (TranslationSettings settings : List.of(
                TranslationSettings.SECURE,
                TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.V2_1)),
                TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN)))) {
            for (TranslationSettings chosen : List.of(
                    settings,
                    settings.toBuilder().set(AwsSettings.EC2_ENABLED, true).build())) {
                for (String text : texts(data, chosen)) {
                    assertThat(text).doesNotContain(MARKER);
                }
            }
        }
    }

    private static List<String> texts(String data, TranslationSettings settings) {
        PluginRegistry plugins =
                PluginRegistry.builder().add(new AwsPlugin(new Fleet())).build();
        ResourceSet resources =
                ResourceReader.builder().plugins(plugins).build().readText("""
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: keys, namespace: shop}
                        stringData: %s
                        ---
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata: {name: function, namespace: shop}
                        spec:
                          aws:
                            accountId: "123456789012"
                            auth: {type: Secret, secretRef: {name: keys}}
                            lambda: {functionName: f}
                        ---
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata: {name: machines, namespace: shop}
                        spec:
                          aws:
                            auth: {type: Secret, secretRef: {name: keys}}
                            ec2: {filters: [{key: app}]}
                        """.formatted(data));
        TranslationResult result = BackendTranslator.builder()
                .plugins(plugins)
                .settings(settings)
                .build()
                .translate(resources);
        Secret secret = resources.all(Secret.class).get(0);
        AwsKeys keys = AwsKeys.of(secret, true);
        List<String> texts = new ArrayList<>();
        texts.add(resources.all(Backend.class).toString());
        texts.add(secret.toString());
        texts.add(keys.toString());
        texts.add(keys.problems(MessageStyle.PLAIN).toString());
        texts.add(Ec2Failure.ofKeys(keys, MessageStyle.KGATEWAY).toString());
        texts.add(settings.toString());
        for (Diagnostic diagnostic : result.diagnostics()) {
            texts.add(diagnostic.toString());
        }
        for (ResourceKey backend : result.backends()) {
            texts.add(result.status(backend).toString());
            texts.add(result.requirements(backend).proxy().files().toString());
        }
        result.endpoints().forEach(endpoints -> texts.add(endpoints.toString()));
        result.secrets().forEach(sds -> texts.add(sds.toString()));
        assertThat(result.backends()).hasSize(2);
        return texts;
    }
}
