// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.AiProvider;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.provider.RequestPaths;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.BodyModel;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stock Envoy does not do with a Backend, or does in a way that one should know of. */
final class AiWarnings {
    private final List<AiTarget> targets;
    private final TranslationContext context;
    private final TranslationSettings settings;

    AiWarnings(List<AiTarget> targets, TranslationContext context) {
        this.targets = targets;
        this.context = context;
        this.settings = context.settings();
    }

    void report(boolean exposed) {
        for (AiTarget target : targets) {
            connection(target);
            passthrough(target);
        }
        models();
        paths();
        failover();
        if (exposed) {
            exposed();
        }
        BedrockSigning.report(targets, context);
    }

    private void connection(AiTarget target) {
        AiEntry entry = target.entry();
        FieldPath path = entry.place().root();
        boolean hasCredential = settings.get(AiSettings.TOKEN_PLACEMENT) != TokenPlacement.NONE
                || entry.provider() == AiProvider.BEDROCK
                || MetadataServerTokens.serve(entry, settings)
                || entry.isPassthrough();
        if (!target.tls() && hasCredential) {
            String what = "a credential is sent to " + target.host() + ":" + target.port() + " without TLS";
            if (target.isPublic() && !settings.get(AiSettings.PLAINTEXT_TO_PROVIDERS)) {
                context.error(path, AiReasons.PLAINTEXT_CREDENTIAL, what + ", through the internet");
            } else {
                context.warning(path, AiReasons.PLAINTEXT_CREDENTIAL, what);
            }
        }
        if (entry.skipVerify()) {
            context.warning(
                    entry.place().skipVerify(),
                    AiReasons.TLS_UNVERIFIED,
                    target.tls()
                            ? "the certificate of " + target.host() + " is not checked"
                            : "it has no effect: port " + target.port() + " does not speak TLS");
        } else if (target.tls() && !settings.get(AiSettings.VERIFY_TLS)) {
            context.warning(path, AiReasons.TLS_UNVERIFIED, "the certificate of " + target.host() + " is not checked");
        }
    }

    private void passthrough(AiTarget target) {
        AiEntry entry = target.entry();
        if (entry.isPassthrough()) {
            String header = target.header().name();
            if (!header.equalsIgnoreCase("authorization")) {
                context.info(
                        entry.tokenPath(),
                        AiReasons.PASSTHROUGH_NATIVE_HEADER,
                        "clients must send their credential in the header " + header
                                + "; one in Authorization is not turned into it");
            }
        }
    }

    private void models() {
        if (!settings.get(AiSettings.BODY_MODEL).equals(BodyModel.WARN)) {
            return;
        }
        List<AiTarget> inBody =
                targets.stream().filter(target -> target.bodyModel() != null).toList();
        if (inBody.isEmpty()) {
            return;
        }
        AiTarget first = inBody.get(0);
        context.warning(
                first.entry().configPath().field(first.profile().modelField()),
                AiReasons.MODEL_NOT_INJECTED,
                "model is not written into the request body by this cluster: clients must ask for it");
        Set<String> models = targets.stream()
                .map(target ->
                        Objects.requireNonNullElse(target.entry().config().model(), ""))
                .collect(Collectors.toSet());
        if (models.size() > 1) {
            context.warning(
                    context.path(),
                    AiReasons.MODELS_DIFFER,
                    "its providers have different models, but the model that a client asks for is sent unchanged to "
                            + "whichever is chosen");
        }
    }

    private void paths() {
        long without = targets.stream().filter(target -> target.paths() == null).count();
        if (without > 0 && without < targets.size()) {
            context.error(
                    context.path(),
                    Reason.INVALID,
                    "some providers have a model and others have none, so a request that is tried again would keep the path "
                            + "of the first (expected: a model everywhere, or nowhere)");
        }
        if (settings.get(AiSettings.REWRITE) != RewriteMode.OFF || without == targets.size()) {
            return;
        }
        List<String> different = targets.stream()
                .map(AiTarget::paths)
                .filter(Objects::nonNull)
                .map(RequestPaths::usual)
                .distinct()
                .toList();
        if (different.size() > 1) {
            context.error(
                    context.path(),
                    AiReasons.ROUTE_MUST_REWRITE,
                    "its providers have different paths, which no route can tell apart (expected: ai.rewrite LUA or SECRET)");
        } else {
            context.warning(
                    context.path(),
                    AiReasons.ROUTE_MUST_REWRITE,
                    "routes must rewrite the path to " + different.get(0) + " and the host to that of the endpoint");
        }
    }

    /** Reports what stands in the way of a request to the next group. */
    void failover() {
        EnvoyVersion version = settings.get(AiSettings.ENVOY_VERSION);
        if (targets.size() > 1 && settings.get(AiSettings.FAILOVER) && !version.isAtLeast(Failover.RETRY_POLICY)) {
            context.warning(
                    context.path(),
                    AiReasons.TARGET_VERSION,
                    "Envoy " + version
                            + " has no retry policy of clusters, so routes must have one for requests to go on to "
                            + "the next provider (since 1." + Failover.RETRY_POLICY + ")");
        }
        if (AiEndpoints.groups(targets) > 1 && !settings.get(AiSettings.FAILOVER)) {
            context.warning(context.path(), AiReasons.FAILOVER_INERT, AiClusterDefaults.INERT);
        }
    }

    private void exposed() {
        context.warning(
                context.path(),
                AiReasons.TOKEN_EXPOSED,
                "tokens stand in the metadata of endpoints, readable for everybody who sees the cluster");
        if (targets.stream().map(target -> target.header()).distinct().count() > 1) {
            context.error(
                    context.path(),
                    Reason.NOT_SUPPORTED,
                    "its providers take tokens in different headers, which tokens in endpoint metadata cannot do (expected: "
                            + "ai.token-placement SDS)");
        }
    }
}
