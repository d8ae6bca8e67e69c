// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.plugins.ai.cluster.UpstreamFilters.Part;
import dev.gatewaybackends.plugins.ai.model.BedrockConfig;
import dev.gatewaybackends.plugins.ai.model.BedrockGuardrail;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.provider.HandOverHeaders;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.FilterNames;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsAuthType;
import dev.gatewaybackends.plugins.aws.signing.AwsCredentials;
import dev.gatewaybackends.plugins.aws.signing.RequestSigning;
import dev.gatewaybackends.plugins.aws.signing.SigningSettings;
import dev.gatewaybackends.plugins.aws.signing.StaticKeys;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How requests to Bedrock are signed, and what of Bedrock a cluster cannot do. */
final class BedrockSigning {
    private static final String SERVICE = "bedrock";
    private static final List<String> INVOKE = List.of("/invoke", "/invoke-with-response-stream");

    private BedrockSigning() {}

    /** Returns the filter that signs; null if an error was reported. */
    static @Nullable Part filter(
            AiTarget target, BedrockConfig bedrock, TranslationContext context, Requirements.Builder requirements) {
        TranslationSettings settings = context.settings();
        FieldPath path = target.entry().configPath().field("auth");
        AwsAuth auth = bedrock.auth();
        if (auth != null
                && auth.type() == AwsAuthType.SECRET
                && settings.get(SigningSettings.STATIC_KEYS).equals(StaticKeys.INLINE)
                && !settings.get(AiSettings.STATIC_AWS_KEYS)) {
            context.error(
                    path,
                    AiReasons.AWS_KEYS_IN_CLUSTER,
                    "the keys of a Secret would stand in the cluster, readable (expected: no auth, so that the proxy uses its "
                            + "own identity; aws.static-keys=file:PATH; or ai.static-aws-keys=true to allow it)");
            return null;
        }
        AwsCredentials credentials = AwsCredentials.resolve(auth, path, context);
        if (credentials == null) {
            return null;
        }
        credentials.require(requirements);
        HttpFilter filter = RequestSigning.of(SERVICE, bedrock.region(), credentials)
                .named(FilterNames.CREDENTIAL)
                .hostRewrite(target.authority())
                .excludeHeader(HandOverHeaders.VARIANT)
                .filter(settings);
        return new Part(filter.getName(), filter.getTypedConfig());
    }

    /** Returns the guardrail that every request names in headers, which only one method reads; null if there is none. */
    static @Nullable BedrockGuardrail guardrail(List<AiTarget> targets) {
        BedrockGuardrail guardrail = guardrail(targets.get(0));
        boolean everywhere =
                targets.stream().allMatch(target -> Objects.equals(guardrail(target), guardrail) && isInvoked(target));
        return everywhere ? guardrail : null;
    }

    private static @Nullable BedrockGuardrail guardrail(AiTarget target) {
        return target.entry().config() instanceof BedrockConfig bedrock ? bedrock.guardrail() : null;
    }

    private static boolean isInvoked(AiTarget target) {
        return target.paths() != null && INVOKE.stream().anyMatch(target.paths().usual()::endsWith);
    }

    static void report(List<AiTarget> targets, TranslationContext context) {
        BedrockGuardrail emitted = guardrail(targets);
        for (AiTarget target : targets) {
            if (guardrail(target) != null && emitted == null) {
                context.warning(
                        target.entry().configPath().field("guardrail"),
                        AiReasons.GUARDRAIL_NOT_EMITTED,
                        "the guardrail is not applied: the method converse takes it from the body of requests, which this "
                                + "cluster does not write");
            }
        }
    }
}
