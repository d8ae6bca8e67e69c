// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import dev.gatewaybackends.plugins.ai.model.AiEntry;
import dev.gatewaybackends.plugins.ai.model.AuthTokenKind;
import dev.gatewaybackends.plugins.ai.model.BedrockConfig;
import dev.gatewaybackends.plugins.ai.model.SingleAuthToken;
import dev.gatewaybackends.plugins.ai.model.Token;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.provider.CredentialHeader;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.FilterNames;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.GenericSecret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The credentials of a Backend's endpoints, and the secrets that they are delivered in. */
final class Credentials {
    private final TranslationContext context;
    private final TranslationSettings settings;
    private final TokenReader tokens;
    private final Requirements.Builder requirements;
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Map<Injection, UpstreamFilters.Part> injectors = new LinkedHashMap<>();

    /**
     * Creates the credentials.
     *
     * @param requirements takes what the proxy must have for them
     */
    Credentials(TranslationContext context, Requirements.Builder requirements) {
        this.requirements = requirements;
        this.context = context;
        this.settings = context.settings();
        this.tokens = new TokenReader(context);
    }

    /** What a filter writes into which header: endpoints that share it share the filter. */
    private record Injection(String filter, String secret, CredentialHeader header) {}

    /** Returns the filter that adds the credential of an endpoint; null if none is needed, or an error was reported. */
    UpstreamFilters.@Nullable Part filter(AiTarget target) {
        AiEntry entry = target.entry();
        if (entry.config() instanceof BedrockConfig bedrock) {
            return BedrockSigning.filter(target, bedrock, context, requirements);
        }
        if (MetadataServerTokens.serve(entry, settings)) {
            MetadataServerTokens.report(entry, context);
            return null;
        }
        TokenPlacement placement = settings.get(AiSettings.TOKEN_PLACEMENT);
        if (entry.isPassthrough() || placement == TokenPlacement.NONE) {
            return null;
        }
        SingleAuthToken source = Objects.requireNonNull(entry.config().authToken(), "authToken");
        if (source.kind() == AuthTokenKind.INLINE) {
            context.warning(
                    entry.tokenPath().field("inline"),
                    AiReasons.TOKEN_INLINE,
                    "the token stands in the Backend, readable for everybody who can read it (better: kind SecretRef)");
        }
        Token token = tokens.cleaned(entry);
        if (token == null || placement == TokenPlacement.ENDPOINT_METADATA) {
            return null;
        }
        CredentialHeader header = target.header();
        String name = source.kind() == AuthTokenKind.INLINE
                ? ownName(entry.group() + "-" + entry.index())
                : "ai/" + context.namespace() + "/" + TokenReader.secretName(source) + "#" + TokenReader.KEY;
        if (settings.get(AiSettings.ENVOY_VERSION).isAtLeast(UpstreamFilters.HEADER_VALUE_PREFIX)) {
            return injector(FilterNames.CREDENTIAL, name, token.clearText(), header);
        }
        // The prefix is part of the value, so two prefixes are two secrets.
        String prefixed = header.prefix().isEmpty() ? name : name + ":" + header.prefix();
        return injector(
                FilterNames.CREDENTIAL,
                prefixed,
                header.prefix() + token.clearText(),
                new CredentialHeader(header.name(), ""));
    }

    /** Returns the filter that writes a value that is no secret, by way of one. */
    UpstreamFilters.Part filter(String filter, String header, String secret, String value) {
        return injector(filter, ownName(secret), value, new CredentialHeader(header, ""));
    }

    /** Returns the tokens of the endpoints that have one, for their metadata, in the same order. */
    Map<AiTarget, Token> inMetadata(List<AiTarget> targets) {
        Map<AiTarget, Token> all = new LinkedHashMap<>();
        for (AiTarget target : targets) {
            AiEntry entry = target.entry();
            if (entry.config().authToken() != null
                    && !entry.isPassthrough()
                    && !MetadataServerTokens.serve(entry, settings)) {
                Token token = tokens.cleaned(entry);
                if (token != null) {
                    all.put(target, token);
                }
            }
        }
        return all;
    }

    /** Returns the secrets of all filters so far. */
    Iterable<Secret> secrets() {
        return secrets.values();
    }

    private UpstreamFilters.Part injector(String filter, String secret, String value, CredentialHeader header) {
        secrets.computeIfAbsent(
                secret,
                name -> Secret.newBuilder()
                        .setName(name)
                        .setGenericSecret(GenericSecret.newBuilder()
                                .setSecret(DataSource.newBuilder().setInlineString(value)))
                        .build());
        return injectors.computeIfAbsent(
                new Injection(filter, secret, header),
                key -> UpstreamFilters.injector(
                        filter, settings.get(AiSettings.SDS_SOURCE).reference(secret), header.name(), header.prefix()));
    }

    private String ownName(String part) {
        return "ai/" + context.namespace() + "/" + context.metadata().name() + "#" + part;
    }
}
