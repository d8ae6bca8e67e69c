// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.ResourceLookup;
import dev.gatewaybackends.spi.TranslationContext;
import io.envoyproxy.envoy.extensions.common.aws.v3.AwsCredentialProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsCredentialsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/invoke";
    private static final FieldPath AUTH = FieldPath.of("spec", "aws", "auth");
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;

    private final Map<String, Secret> secrets = new LinkedHashMap<>();

    @Test
    void resolve_noAuth_isTheDefaultChain() {
        TranslationContext context = context(SECURE);

        AwsCredentials credentials = AwsCredentials.resolve(null, AUTH, context);

        assertThat(credentials).isSameAs(AwsCredentials.ambient()).hasToString("AwsCredentials[ambient]");
        assertThat(credentials.provider()).isNull();
        assertThat(context.diagnostics()).isEmpty();
    }

    @Test
    void resolve_secret_inlinesItAndSaysWhatElseThereIs() {
        secrets.put("keys", secret("AKIAFAKE", "not-a-secret"));
        TranslationContext context = context(SECURE);

        AwsCredentials credentials = AwsCredentials.resolve(AwsAuth.secret("keys"), AUTH, context);

        assertThat(credentials.provider().getInlineCredential().getAccessKeyId())
                .isEqualTo("AKIAFAKE");
        assertThat(credentials.provider().getInlineCredential().getSecretAccessKey())
                .isEqualTo("not-a-secret");
        assertThat(credentials.provider().getCustomCredentialProviderChain()).isFalse();
        assertThat(credentials).hasToString("AwsCredentials[inline, hidden]");
        assertThat(context.diagnostics().all()).singleElement().satisfies(warning -> {
            assertThat(warning.isError()).isFalse();
            assertThat(warning.reason()).isEqualTo(AwsCredentials.CREDENTIAL_IN_CLUSTER);
            assertThat(warning.path()).hasToString("spec.aws.auth.secretRef");
            assertThat(warning.message())
                    .contains("leave out auth", "AssumeRole", "aws.static-keys=file:PATH")
                    .doesNotContain("AKIAFAKE", "not-a-secret");
        });
    }

    @Test
    void resolve_secretRejected_isAnErrorWithoutALookAtTheSecret() {
        TranslationContext context = context(SECURE.toBuilder()
                .set(SigningSettings.STATIC_KEYS, StaticKeys.REJECT)
                .build());

        assertThat(AwsCredentials.resolve(AwsAuth.secret("absent"), AUTH, context))
                .isNull();
        assertThat(context.diagnostics().errors())
                .extracting(Diagnostic::reason)
                .containsExactly(Reason.FORBIDDEN);
    }

    @Test
    void resolve_secretFromAFile_isTheOnlySourceAndRequired() {
        TranslationContext context = context(SECURE.toBuilder()
                .set(SigningSettings.STATIC_KEYS, StaticKeys.file("/etc/aws/{namespace}/{name}"))
                .build());

        AwsCredentials credentials = AwsCredentials.resolve(AwsAuth.secret("absent"), AUTH, context);

        AwsCredentialProvider provider = credentials.provider();
        assertThat(provider.getCustomCredentialProviderChain()).isTrue();
        assertThat(provider.hasInlineCredential()).isFalse();
        assertThat(provider.getCredentialsFileProvider()
                        .getCredentialsDataSource()
                        .getFilename())
                .isEqualTo("/etc/aws/shop/absent");
        assertThat(credentials.require(Requirements.builder()).build().proxy().files())
                .containsExactly("/etc/aws/shop/absent");
        assertThat(credentials).hasToString("AwsCredentials[file /etc/aws/shop/absent]");
        assertThat(context.diagnostics()).isEmpty();
    }

    @Test
    void resolve_missingSecret_isAnErrorInTheWordsOfTheProfile() {
        assertThat(errors(SECURE)).containsExactly("Secret shop/absent not found");
        assertThat(errors(kgateway(KgatewayVersion.MAIN))).containsExactly("Secret shop/absent not found");
        assertThat(errors(kgateway(KgatewayVersion.V2_1)))
                .containsExactly("failed to find secret absent: Secret \"absent\" not found");
    }

    private List<String> errors(TranslationSettings settings) {
        TranslationContext context = context(settings);
        assertThat(AwsCredentials.resolve(AwsAuth.secret("absent"), AUTH, context))
                .isNull();
        return context.diagnostics().errors().stream().map(Diagnostic::message).toList();
    }

    @Test
    void resolve_role_isTheOnlySourceInSecure() throws InvalidProtocolBufferException {
        TranslationContext context = context(SECURE);

        AwsCredentials credentials = AwsCredentials.resolve(AwsAuth.assumeRole(ROLE), AUTH, context);

        assertThat(role(credentials.provider())).isEqualTo(ROLE);
        assertThat(credentials.provider().getCustomCredentialProviderChain()).isTrue();
        assertThat(credentials).hasToString("AwsCredentials[role]");
        assertThat(context.diagnostics()).isEmpty();
    }

    @Test
    void resolve_roleThatEnvoyIgnores_warns() throws InvalidProtocolBufferException {
        TranslationContext context = context(kgateway(KgatewayVersion.V2_4));

        AwsCredentials credentials = AwsCredentials.resolve(AwsAuth.assumeRole(ROLE), AUTH, context);

        assertThat(role(credentials.provider())).isEqualTo(ROLE);
        assertThat(credentials.provider().getCustomCredentialProviderChain()).isFalse();
        assertThat(context.diagnostics().warnings()).hasSize(1);
    }

    @Test
    void resolve_role_hasTheBytesOfANewerJar() {
        // Field 10 holds a message whose field 1 is the ARN; field 4 is the flag.
        ByteString inner =
                ByteString.copyFrom(new byte[] {0x0a, (byte) ROLE.length()}).concat(ByteString.copyFromUtf8(ROLE));
        ByteString expected = ByteString.copyFrom(new byte[] {0x20, 1, 0x52, (byte) inner.size()})
                .concat(inner);

        assertThat(AwsCredentials.resolve(AwsAuth.assumeRole(ROLE), AUTH, context(SECURE))
                        .provider()
                        .toByteString())
                .isEqualTo(expected);
    }

    /** Reads the field by the overlay, because the oldest supported jar does not know it. */
    private static Object role(AwsCredentialProvider provider) throws InvalidProtocolBufferException {
        DynamicMessage dynamic = EnvoyDescriptors.create().toDynamic(provider);
        DynamicMessage role = (DynamicMessage)
                dynamic.getField(dynamic.getDescriptorForType().findFieldByName("assume_role_credential_provider"));
        return role.getField(role.getDescriptorForType().findFieldByName("role_arn"));
    }

    @Test
    void resolve_emptySecret_isAmbientBefore24Only() {
        secrets.put(
                "keys",
                SecretBuilder.builder().metadata(ObjectMeta.of("shop", "keys")).build());

        TranslationContext old = context(kgateway(KgatewayVersion.V2_3));
        assertThat(AwsCredentials.resolve(AwsAuth.secret("keys"), AUTH, old)).isSameAs(AwsCredentials.ambient());
        assertThat(old.diagnostics().warnings()).hasSize(1);
        assertThat(AwsCredentials.resolve(AwsAuth.secret("keys"), AUTH, context(kgateway(KgatewayVersion.V2_4))))
                .isNull();
        assertThat(AwsCredentials.resolve(AwsAuth.secret("keys"), AUTH, context(SECURE)))
                .isNull();
    }

    private static Secret secret(String accessKey, String secretKey) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("accessKey", accessKey);
        values.put("secretKey", secretKey);
        return SecretBuilder.builder()
                .metadata(ObjectMeta.of("shop", "keys"))
                .stringData(values)
                .build();
    }

    private static TranslationSettings kgateway(KgatewayVersion version) {
        return TranslationSettings.of(TranslationProfile.kgateway(version));
    }

    private TranslationContext context(TranslationSettings settings) {
        return TranslationContext.builder(ObjectMeta.of("shop", "orders"))
                .settings(settings)
                .lookup(new ResourceLookup() {
                    @Override
                    public @Nullable Secret secret(String namespace, String name) {
                        return namespace.equals("shop") ? secrets.get(name) : null;
                    }

                    @Override
                    public @Nullable Backend backend(String namespace, String name) {
                        return null;
                    }
                })
                .build();
    }
}
