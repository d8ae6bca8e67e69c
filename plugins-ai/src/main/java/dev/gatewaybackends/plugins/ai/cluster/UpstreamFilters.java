// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.github.xds.type.matcher.v3.Matcher;
import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import dev.gatewaybackends.plugins.ai.provider.HandOverHeaders;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.FilterNames;
import dev.gatewaybackends.spi.envoy.NewerFields;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.common.matching.v3.ExtensionWithMatcher;
import io.envoyproxy.envoy.extensions.filters.http.composite.v3.Composite;
import io.envoyproxy.envoy.extensions.filters.http.composite.v3.ExecuteFilterAction;
import io.envoyproxy.envoy.extensions.filters.http.credential_injector.v3.CredentialInjector;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.Lua;
import io.envoyproxy.envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.http.injected_credentials.generic.v3.Generic;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.type.matcher.v3.HttpRequestHeaderMatchInput;
import java.util.List;
import java.util.Map;

/** The filters that a stock Envoy has for requests to providers. */
final class UpstreamFilters {
    /** The release of Envoy since which a credential has a prefix of its own. */
    static final int HEADER_VALUE_PREFIX = 37;
    /** The release of Envoy since which one action calls several filters. */
    static final int FILTER_CHAIN = 37;

    private static final int HEADER_VALUE_PREFIX_FIELD = 3;
    private static final int FILTER_CHAIN_FIELD = 4;
    /** Of FilterChainConfiguration, a message that the oldest supported protos do not have: a list of filters. */
    private static final int TYPED_CONFIG_FIELD = 1;

    private static final Any COMPOSITE = TypedConfigs.pack(Composite.getDefaultInstance());
    private static final HttpFilter CODEC = HttpFilter.newBuilder()
            .setName(FilterNames.CODEC_NAME)
            .setTypedConfig(TypedConfigs.pack(UpstreamCodec.getDefaultInstance()))
            .build();
    /** Constant: the data of a Backend never becomes code. */
    private static final String SCRIPT = """
            function envoy_on_request(handle)
              local headers = handle:headers()
              for _, name in ipairs({"path", "authority"}) do
                local value = headers:get("x-ai-" .. name)
                if value then
                  headers:replace(":" .. name, value)
                  headers:remove("x-ai-" .. name)
                end
              end
            end
            """;

    private static final HttpFilter MOVE = new Part(
                    FilterNames.REQUEST,
                    TypedConfigs.pack(Lua.newBuilder()
                            .setDefaultSourceCode(DataSource.newBuilder().setInlineString(SCRIPT))
                            .build()))
            .asFilter();

    private UpstreamFilters() {}

    /** A filter, wherever it stands. */
    record Part(String name, Any config) {
        HttpFilter asFilter() {
            return HttpFilter.newBuilder().setName(name).setTypedConfig(config).build();
        }

        TypedExtensionConfig asExtension() {
            return TypedExtensionConfig.newBuilder()
                    .setName(name)
                    .setTypedConfig(config)
                    .build();
        }
    }

    /** Returns the script that moves {@link HandOverHeaders#PATH} and {@link HandOverHeaders#AUTHORITY} to where they belong. */
    static HttpFilter move() {
        return MOVE;
    }

    /** Returns the filter that every chain ends with. */
    static HttpFilter codec() {
        return CODEC;
    }

    /** Returns a filter that writes a secret into a header, in place of the client's. */
    static Part injector(String name, SdsSecretConfig secret, String header, String prefix) {
        Generic.Builder generic = Generic.newBuilder().setCredential(secret).setHeader(header);
        if (!prefix.isEmpty()) {
            NewerFields.set(generic, HEADER_VALUE_PREFIX_FIELD, prefix);
        }
        return new Part(
                name,
                TypedConfigs.pack(CredentialInjector.newBuilder()
                        .setOverwrite(true)
                        .setCredential(TypedExtensionConfig.newBuilder()
                                .setName("envoy.http.injected_credentials.generic")
                                .setTypedConfig(TypedConfigs.pack(generic.build())))
                        .build()));
    }

    /** Returns the filter that calls those of the variant that a request carries, and none for any other request. */
    static HttpFilter select(Map<String, List<Part>> variants, EnvoyVersion version) {
        Matcher.MatcherTree.MatchMap.Builder map = Matcher.MatcherTree.MatchMap.newBuilder();
        variants.forEach((variant, parts) -> map.putMap(
                variant,
                Matcher.OnMatch.newBuilder()
                        .setAction(com.github.xds.core.v3.TypedExtensionConfig.newBuilder()
                                .setName("call")
                                .setTypedConfig(TypedConfigs.pack(action(parts, version))))
                        .build()));
        Matcher matcher = Matcher.newBuilder()
                .setMatcherTree(Matcher.MatcherTree.newBuilder()
                        .setInput(com.github.xds.core.v3.TypedExtensionConfig.newBuilder()
                                .setName("selector")
                                .setTypedConfig(TypedConfigs.pack(HttpRequestHeaderMatchInput.newBuilder()
                                        .setHeaderName(HandOverHeaders.VARIANT)
                                        .build())))
                        .setExactMatchMap(map))
                .build();
        return new Part(
                        FilterNames.ENDPOINT,
                        TypedConfigs.pack(ExtensionWithMatcher.newBuilder()
                                .setExtensionConfig(TypedExtensionConfig.newBuilder()
                                        .setName("envoy.filters.http.composite")
                                        .setTypedConfig(COMPOSITE))
                                .setXdsMatcher(matcher)
                                .build()))
                .asFilter();
    }

    private static ExecuteFilterAction action(List<Part> parts, EnvoyVersion version) {
        ExecuteFilterAction.Builder action = ExecuteFilterAction.newBuilder();
        if (!version.isAtLeast(FILTER_CHAIN)) {
            return action.setTypedConfig(parts.get(0).asExtension()).build();
        }
        Empty.Builder chain = Empty.newBuilder();
        parts.forEach(part -> NewerFields.set(chain, TYPED_CONFIG_FIELD, part.asExtension()));
        return NewerFields.set(action, FILTER_CHAIN_FIELD, chain.build()).build();
    }
}
