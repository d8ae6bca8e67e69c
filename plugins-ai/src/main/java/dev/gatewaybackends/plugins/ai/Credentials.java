// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

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
    private final Tokens tokens;
    private final Requirements.Builder requirements;
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Map<Injection, Filters.Part> injectors = new LinkedHashMap<>();

    /**
     * Creates the credentials.
     *
     * @param requirements takes what the proxy must have for them
     */
    Credentials(TranslationContext context, Requirements.Builder requirements) {
        this.requirements = requirements;
        this.context = context;
        this.settings = context.settings();
        this.tokens = new Tokens(context);
    }

    /** What a filter writes into which header: endpoints that share it share the filter. */
    private record Injection(String filter, String secret, Header header) {}

    /** How a token is sent. */
    record Header(String name, String prefix) {
        static Header of(AiEntry entry) {
            Header usual = switch (entry.provider()) {
                case OPENAI, VERTEX_AI, BEDROCK -> new Header("Authorization", "Bearer ");
                case AZURE_OPENAI -> new Header("api-key", "");
                case ANTHROPIC -> new Header("x-api-key", "");
                case GEMINI -> new Header("x-goog-api-key", "");
            };
            AuthHeader override = entry.header();
            return override == null
                    ? usual
                    : new Header(
                            override.headerName() == null ? usual.name() : override.headerName(),
                            override.prefix() == null ? usual.prefix() : override.prefix());
        }
    }

    /** Returns the filter that adds the credential of an endpoint; null if none is needed, or an error was reported. */
    Filters.@Nullable Part filter(AiTarget target) {
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
        Header header = Header.of(entry);
        String name = source.kind() == AuthTokenKind.INLINE
                ? ownName(entry.group() + "-" + entry.index())
                : "ai/" + context.namespace() + "/" + Tokens.secretName(source) + "#" + Tokens.KEY;
        if (settings.get(AiSettings.ENVOY_VERSION).isAtLeast(Filters.HEADER_VALUE_PREFIX)) {
            return injector(Filters.CREDENTIAL, name, token.clearText(), header);
        }
        // The prefix is part of the value, so two prefixes are two secrets.
        String prefixed = header.prefix().isEmpty() ? name : name + ":" + header.prefix();
        return injector(
                Filters.CREDENTIAL, prefixed, header.prefix() + token.clearText(), new Header(header.name(), ""));
    }

    /** Returns the filter that writes a value that is no secret, by way of one. */
    Filters.Part filter(String filter, String header, String secret, String value) {
        return injector(filter, ownName(secret), value, new Header(header, ""));
    }

    /** Returns the tokens of endpoints for their metadata, in the same order; null for those that have none. */
    Map<AiTarget, Token> inMetadata(List<AiTarget> targets) {
        Map<AiTarget, Token> all = new LinkedHashMap<>();
        for (AiTarget target : targets) {
            AiEntry entry = target.entry();
            if (entry.config().authToken() != null
                    && !entry.isPassthrough()
                    && !MetadataServerTokens.serve(entry, settings)) {
                Token token = new Tokens(context).cleaned(entry);
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

    private Filters.Part injector(String filter, String secret, String value, Header header) {
        secrets.computeIfAbsent(
                secret,
                name -> Secret.newBuilder()
                        .setName(name)
                        .setGenericSecret(GenericSecret.newBuilder()
                                .setSecret(DataSource.newBuilder().setInlineString(value)))
                        .build());
        return injectors.computeIfAbsent(
                new Injection(filter, secret, header),
                key -> Filters.injector(
                        filter, settings.get(AiSettings.SDS_SOURCE).reference(secret), header.name(), header.prefix()));
    }

    private String ownName(String part) {
        return "ai/" + context.namespace() + "/" + context.metadata().name() + "#" + part;
    }
}
