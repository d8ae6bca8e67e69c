// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.common.aws.v3.AwsCredentialProvider;
import io.envoyproxy.envoy.extensions.common.aws.v3.CredentialsFileCredentialProvider;
import io.envoyproxy.envoy.extensions.common.aws.v3.InlineCredentialProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where the proxy takes the credentials from that sign requests to AWS. Immutable; {@link #toString()} shows no credential.
 */
public final class AwsCredentials {
    /** A cluster holds a credential in clear. */
    public static final Reason CREDENTIAL_IN_CLUSTER = Reason.of("CredentialInCluster");

    private static final AwsCredentials AMBIENT = new AwsCredentials(null, null);
    private static final String CONFIG_FAILED = "failed to create aws request signing config: ";
    private static final String ALTERNATIVES =
            "leave out auth, so that the proxy uses its own identity; use the type AssumeRole; or give the proxy a "
                    + "credentials file and set aws.static-keys=file:PATH";

    private final @Nullable AwsCredentialProvider provider;
    private final @Nullable String file;

    private AwsCredentials(@Nullable AwsCredentialProvider provider, @Nullable String file) {
        this.provider = provider;
        this.file = file;
    }

    /** Returns the proxy's own credentials: Envoy's default chain of environment, files and metadata services. */
    public static AwsCredentials ambient() {
        return AMBIENT;
    }

    /**
     * Returns the credentials that a Backend asks for; null if there is an error, which is then reported.
     *
     * @param auth what it asks for; the proxy's own if null
     * @param path the path of {@code auth}
     */
    public static @Nullable AwsCredentials resolve(@Nullable AwsAuth auth, FieldPath path, TranslationContext context) {
        if (auth == null) {
            return AMBIENT;
        }
        return auth.type() == AwsAuthType.ASSUME_ROLE ? assumeRole(auth, path, context) : keys(auth, path, context);
    }

    private static @Nullable AwsCredentials assumeRole(AwsAuth auth, FieldPath path, TranslationContext context) {
        AssumeRole role = auth.assumeRole();
        if (role == null) {
            context.error(
                    path.field("assumeRole"),
                    Reason.REQUIRED,
                    CONFIG_FAILED + "assumeRole is required for \"AssumeRole\" auth");
            return null;
        }
        boolean chain = context.settings().get(SigningSettings.ASSUME_ROLE_CHAIN);
        if (!chain) {
            context.warning(
                    path.field("assumeRole"),
                    Reason.INVALID,
                    "Envoy ignores the role and signs with its own credentials, because aws.assume-role-chain is off");
        }
        return new AwsCredentials(
                AssumeRoleProviders.of(role.roleArn())
                        .setCustomCredentialProviderChain(chain)
                        .build(),
                null);
    }

    private static @Nullable AwsCredentials keys(AwsAuth auth, FieldPath path, TranslationContext context) {
        FieldPath reference = path.field("secretRef");
        StaticKeys handling = context.settings().get(SigningSettings.STATIC_KEYS);
        if (handling.equals(StaticKeys.REJECT)) {
            context.error(
                    reference,
                    Reason.FORBIDDEN,
                    "the keys of a Secret would stand in the cluster, which aws.static-keys=reject forbids; "
                            + ALTERNATIVES);
            return null;
        }
        String file = auth.secretRef() == null
                ? null
                : handling.filePath(context.namespace(), auth.secretRef().name());
        if (file != null) {
            return new AwsCredentials(
                    AwsCredentialProvider.newBuilder()
                            .setCustomCredentialProviderChain(true)
                            .setCredentialsFileProvider(CredentialsFileCredentialProvider.newBuilder()
                                    .setCredentialsDataSource(
                                            DataSource.newBuilder().setFilename(file)))
                            .build(),
                    file);
        }
        Secret secret = secret(auth, path, context);
        return secret == null ? null : inline(secret, reference, context);
    }

    /**
     * Returns the Secret that a Backend takes its keys from; null if there is none, which is then reported.
     *
     * @param auth what the Backend asks for; of type Secret
     * @param path the path of {@code auth}
     */
    public static @Nullable Secret secret(AwsAuth auth, FieldPath path, TranslationContext context) {
        FieldPath reference = path.field("secretRef");
        if (auth.secretRef() == null) {
            context.error(reference, Reason.REQUIRED, "aws auth secretRef is required when type is \"Secret\"");
            return null;
        }
        return context.secret(auth.secretRef().name(), reference.field("name"));
    }

    private static @Nullable AwsCredentials inline(Secret secret, FieldPath reference, TranslationContext context) {
        boolean empty = secret.data().isEmpty() && secret.stringData().isEmpty();
        if (empty && context.settings().get(SigningSettings.EMPTY_SECRET_IS_AMBIENT)) {
            context.warning(
                    reference,
                    Reason.INVALID,
                    "the Secret is empty, so requests are signed with the proxy's own credentials");
            return AMBIENT;
        }
        AwsKeys keys = AwsKeys.of(secret, context.settings().get(SigningSettings.TRIM_SECRET_VALUES));
        if (!keys.isUsable()) {
            report(secret, keys, empty, reference, context);
            return null;
        }
        context.warning(
                reference,
                CREDENTIAL_IN_CLUSTER,
                "its keys stand in clear in the cluster, where whoever reads xDS or the text of a NACK finds them; "
                        + ALTERNATIVES);
        return new AwsCredentials(
                AwsCredentialProvider.newBuilder()
                        .setInlineCredential(InlineCredentialProvider.newBuilder()
                                .setAccessKeyId(keys.accessKey())
                                .setSecretAccessKey(keys.secretKey())
                                .setSessionToken(keys.sessionToken()))
                        .build(),
                null);
    }

    private static void report(
            Secret secret, AwsKeys keys, boolean empty, FieldPath reference, TranslationContext context) {
        MessageStyle style = context.settings().get(CoreSettings.MESSAGE_STYLE);
        if (style != MessageStyle.PLAIN) {
            context.error(
                    reference,
                    Reason.INVALID,
                    CONFIG_FAILED
                            + (empty
                                    ? "secret is required for \"Secret\" auth"
                                    : "failed to derive static secret: " + String.join("\n", keys.problems(style))));
            return;
        }
        for (String problem : keys.problems(style)) {
            context.error(
                    reference,
                    Reason.INVALID,
                    "in the Secret " + context.namespace() + "/"
                            + secret.metadata().name() + ", " + problem
                            + " (expected: accessKey and secretKey, and sessionToken for temporary ones)");
        }
    }

    /** Returns what the signing filter is configured with; null for Envoy's default chain. It may hold keys. */
    public @Nullable AwsCredentialProvider provider() {
        return provider;
    }

    /** Adds what the proxy must have for these credentials. */
    public Requirements.Builder require(Requirements.Builder requirements) {
        return file == null ? requirements : requirements.file(file);
    }

    /** Returns the kind of credentials and nothing of them. */
    @Override
    public String toString() {
        return provider == null
                ? "AwsCredentials[ambient]"
                : provider.hasInlineCredential()
                        ? "AwsCredentials[inline, hidden]"
                        : file == null ? "AwsCredentials[role]" : "AwsCredentials[file " + file + "]";
    }
}
