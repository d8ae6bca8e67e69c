// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.AiProvider;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.VertexTokens;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.MetadataServer;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.List;

/**
 * Requests to Vertex AI with tokens of the metadata server instead of those of the Backend.
 *
 * <p>A filter of the listener adds them, before an endpoint is chosen. So the cluster must not remove {@code Authorization}, and
 * it is for the route to remove the client's first.
 */
final class MetadataServerTokens {
    private MetadataServerTokens() {}

    /** Returns whether an entry has its token from the metadata server. */
    static boolean serve(AiEntry entry, TranslationSettings settings) {
        return entry.provider() == AiProvider.VERTEX_AI
                && !entry.isPassthrough()
                && settings.get(AiSettings.VERTEX_TOKENS) == VertexTokens.METADATA_SERVER;
    }

    /** Adds what a cluster, its routes and listeners need if its targets have such tokens. */
    static void add(
            Cluster.Builder cluster,
            List<AiTarget> targets,
            TranslationSettings settings,
            Requirements.Builder requirements) {
        if (serve(targets.get(0).entry(), settings)) {
            MetadataServer.accessToken(cluster);
            MetadataServer.stripAuthorization(requirements);
            MetadataServer.require(requirements, MetadataServer.CACHE_SIZE);
        }
    }

    /** Reports why an entry cannot have such a token, and that its own is not used. */
    static void report(AiEntry entry, TranslationContext context) {
        EnvoyVersion version = context.settings().get(AiSettings.ENVOY_VERSION);
        if (!version.isAtLeast(MetadataServer.ACCESS_TOKENS)) {
            context.error(
                    entry.place().root(),
                    AiReasons.TARGET_VERSION,
                    "Envoy " + version + " gets no access tokens from a metadata server (expected: ai.envoy-version 1."
                            + MetadataServer.ACCESS_TOKENS + " or later, or ai.vertex-tokens BACKEND)");
        }
        if (entry.header() != null) {
            context.error(
                    entry.place().header(),
                    Reason.NOT_SUPPORTED,
                    "a token of the metadata server is always sent as Authorization: Bearer (expected: no header of its own, "
                            + "or ai.vertex-tokens BACKEND)");
        }
        context.info(
                entry.tokenPath(),
                AiReasons.TOKEN_UNUSED,
                "it is not used: ai.vertex-tokens takes tokens from the metadata server");
    }
}
