// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.model.AiProvider;
import dev.gatewaybackends.plugins.ai.model.AnthropicConfig;
import dev.gatewaybackends.plugins.ai.model.BedrockGuardrail;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.provider.CredentialHeader;
import dev.gatewaybackends.plugins.ai.provider.HandOverHeaders;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.FilterNames;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.settings.TranslationSettings;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first filter: removes what must not reach a provider, and hands over what the chosen endpoint says. */
final class PrepareFilter {
    private static final List<String> CREDENTIALS = List.of("authorization", "api-key", "x-api-key", "x-goog-api-key");
    private static final List<String> SIGNATURE = List.of("x-amz-date", "x-amz-content-sha256", "x-amz-security-token");
    private static final String ANTHROPIC_VERSION = "anthropic-version";
    private static final String OLDEST_ANTHROPIC_VERSION = "2023-06-01";

    private final List<AiTarget> targets;
    private final TranslationSettings settings;

    PrepareFilter(List<AiTarget> targets, TranslationSettings settings) {
        this.targets = targets;
        this.settings = settings;
    }

    /**
     * Returns the filter.
     *
     * @param hasVariants whether the endpoint says which variant it needs
     * @param exposed whether tokens stand in the metadata of endpoints
     */
    HttpFilter of(boolean hasVariants, boolean exposed) {
        HeaderChanges changes = new HeaderChanges();
        boolean lua = settings.get(AiSettings.REWRITE) == RewriteMode.LUA;
        changes.remove(HandOverHeaders.PATH).remove(HandOverHeaders.AUTHORITY).remove(HandOverHeaders.VARIANT);
        strip().forEach(changes::remove);
        providerHeaders(changes);
        if (lua) {
            if (targets.get(0).paths() != null) {
                changes.fromMetadata(HandOverHeaders.PATH, EndpointMetadata.STOCK, EndpointMetadata.PATH);
            }
            changes.fromMetadata(HandOverHeaders.AUTHORITY, EndpointMetadata.STOCK, EndpointMetadata.AUTHORITY);
        }
        if (hasVariants) {
            changes.fromMetadata(HandOverHeaders.VARIANT, EndpointMetadata.STOCK, EndpointMetadata.VARIANT);
        }
        if (exposed) {
            CredentialHeader header = targets.get(0).header();
            changes.fromMetadata(
                    header.name(), header.prefix(), EndpointMetadata.KGATEWAY, EndpointMetadata.AUTH_TOKEN);
        }
        return changes.asFilter(FilterNames.PREPARE);
    }

    private Set<String> strip() {
        Set<String> strip = new LinkedHashSet<>();
        boolean all = settings.get(AiSettings.STRIP_CLIENT_CREDENTIALS);
        if (all) {
            strip.addAll(CREDENTIALS);
        }
        Set<String> passed = new LinkedHashSet<>();
        for (AiTarget target : targets) {
            String header = target.header().name().toLowerCase(Locale.ROOT);
            boolean passes = target.entry().isPassthrough() || MetadataServerTokens.serve(target.entry(), settings);
            (passes ? passed : strip).add(header);
            if (target.entry().provider() == AiProvider.BEDROCK) {
                strip.addAll(SIGNATURE);
            }
        }
        strip.removeAll(passed);
        return strip;
    }

    private void providerHeaders(HeaderChanges changes) {
        Set<String> versions = new LinkedHashSet<>();
        for (AiTarget target : targets) {
            if (target.entry().config() instanceof AnthropicConfig anthropic) {
                String version = anthropic.apiVersion();
                versions.add(version == null ? "" : version);
            }
        }
        for (String version : versions) {
            if (version.isEmpty()) {
                changes.setIfAbsent(ANTHROPIC_VERSION, OLDEST_ANTHROPIC_VERSION);
            } else {
                changes.set(ANTHROPIC_VERSION, version);
            }
        }
        BedrockGuardrail guardrail = BedrockSigning.guardrail(targets);
        if (guardrail != null) {
            changes.set("x-amzn-bedrock-guardrailidentifier", guardrail.identifier());
            changes.set("x-amzn-bedrock-guardrailversion", guardrail.version());
        }
    }
}
