// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Any;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.common.mutation_rules.v3.HeaderMutation;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.Mutations;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Changes of request headers, in the order in which they are made. Not thread-safe. */
final class HeaderChanges {
    private final Mutations.Builder mutations = Mutations.newBuilder();
    private final Set<String> removed = new LinkedHashSet<>();

    /** Removes a header, once. */
    HeaderChanges remove(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        if (removed.add(name)) {
            mutations.addRequestMutations(HeaderMutation.newBuilder().setRemove(name));
        }
        return this;
    }

    /** Sets a header to what the metadata of the endpoint says; without it the header stays as it is. */
    HeaderChanges fromMetadata(String header, String namespace, String key) {
        return fromMetadata(header, "", namespace, key);
    }

    /** Sets a header to a literal prefix and what the metadata of the endpoint says. */
    HeaderChanges fromMetadata(String header, String prefix, String namespace, String key) {
        return append(
                header,
                literal(prefix) + "%UPSTREAM_METADATA(" + namespace + ":" + key + ")%",
                HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD);
    }

    /** Sets a header. */
    HeaderChanges set(String header, String value) {
        return append(header, literal(value), HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD);
    }

    /** Sets a header unless the client did. */
    HeaderChanges setIfAbsent(String header, String value) {
        return append(header, literal(value), HeaderAppendAction.ADD_IF_ABSENT);
    }

    private HeaderChanges append(String header, String format, HeaderAppendAction action) {
        mutations.addRequestMutations(HeaderMutation.newBuilder()
                .setAppend(HeaderValueOption.newBuilder()
                        .setHeader(HeaderValue.newBuilder().setKey(header).setValue(format))
                        .setAppendAction(action)));
        return this;
    }

    /** Values are format strings, in which a percent sign is doubled. */
    static String literal(String value) {
        return value.replace("%", "%%");
    }

    /** Returns a filter that makes the changes. */
    HttpFilter asFilter(String name) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(TypedConfigs.pack(
                        io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation.newBuilder()
                                .setMutations(mutations)
                                .build()))
                .build();
    }

    /** Returns what a route adds to the changes of a filter. */
    Any asRouteConfig() {
        return TypedConfigs.pack(
                HeaderMutationPerRoute.newBuilder().setMutations(mutations).build());
    }
}
