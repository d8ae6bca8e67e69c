// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.BedrockConfig;
import dev.gatewaybackends.plugins.ai.settings.AiHttpFilters;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsPartition;
import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import org.jspecify.annotations.Nullable;

/** AWS Bedrock, whose requests are signed. */
record BedrockProfile(BedrockConfig config) implements ProviderProfile {
    @Override
    public String host(TranslationSettings settings) {
        AwsPartition partition = settings.get(SigningSettings.PARTITION_FROM_REGION)
                ? AwsPartition.ofRegion(config.region())
                : AwsPartition.STANDARD;
        return partition.host("bedrock-runtime", config.region());
    }

    @Override
    public @Nullable RequestPaths paths() {
        if (config.model() == null) {
            return null;
        }
        String model = "/model/" + HttpSyntax.encoded(config.model());
        return new RequestPaths(model + "/converse", model + "/converse-stream");
    }

    @Override
    public CredentialHeader header() {
        return CredentialHeader.BEARER;
    }

    @Override
    public boolean takesModelFromBody() {
        return false;
    }

    @Override
    public void check(FieldPath path, ValidationContext context) {
        new ConfigChecks(context).segment(config.model(), path.field(modelField()));
        if (context.settings().get(AiSettings.HTTP_FILTERS) == AiHttpFilters.KGATEWAY) {
            context.error(
                    path,
                    Reason.UNSUPPORTED_BACKEND,
                    "bedrock on the AI backend are not supported yet, switch to agentgateway class");
        }
        AwsAuth auth = config.auth();
        if (auth != null && auth.secretRef() != null && auth.secretRef().name().isEmpty()) {
            context.error(
                    path.field("auth").field("secretRef").field("name"),
                    AiReasons.AUTH_KIND,
                    "it must be set with type Secret");
        }
    }
}
