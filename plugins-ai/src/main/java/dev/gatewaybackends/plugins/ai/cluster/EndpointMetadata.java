// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.gatewaybackends.plugins.ai.model.LlmConfig;
import dev.gatewaybackends.plugins.ai.provider.ProviderProfile;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata of an endpoint, by namespace; all values are text. Not thread-safe. */
final class EndpointMetadata {
    /** What the filters of a stock Envoy read. */
    static final String STOCK = "ai.backend";
    /** What kgateway's own filters read. */
    static final String KGATEWAY = "io.solo.transformation";
    /** What chooses the transport socket. */
    static final String SOCKET = "envoy.transport_socket_match";

    /** Keys of {@link #STOCK}. */
    static final String AUTHORITY = "authority";

    static final String PATH = "path";
    static final String PATH_STREAM = "path_stream";
    static final String VARIANT = "variant";
    static final String VARIANT_STREAM = "variant_stream";
    static final String PROVIDER = "provider";
    static final String NAME = "name";

    /** Keys of {@link #KGATEWAY}. */
    static final String AUTH_TOKEN = "auth_token";

    private final Metadata.Builder metadata = Metadata.newBuilder();
    private final Map<String, Struct.Builder> namespaces = new LinkedHashMap<>();

    /** Returns a namespace with one value. */
    static Struct text(String key, String value) {
        return Struct.newBuilder()
                .putFields(key, Value.newBuilder().setStringValue(value).build())
                .build();
    }

    /** Adds a whole namespace. */
    EndpointMetadata put(String namespace, Struct fields) {
        metadata.putFilterMetadata(namespace, fields);
        return this;
    }

    /** Adds one value to a namespace; null adds nothing. */
    EndpointMetadata put(String namespace, String key, @Nullable String value) {
        if (value != null) {
            namespaces
                    .computeIfAbsent(namespace, name -> Struct.newBuilder())
                    .putFields(key, Value.newBuilder().setStringValue(value).build());
        }
        return this;
    }

    /** Adds what kgateway tells its filters about a provider, and the token. */
    EndpointMetadata putKgateway(LlmConfig config, String token) {
        put(KGATEWAY, AUTH_TOKEN, token);
        if (config.model() != null && !config.model().isEmpty()) {
            put(KGATEWAY, "model", config.model());
        }
        ProviderProfile.of(config).kgatewayMetadata().forEach((key, value) -> put(KGATEWAY, key, value));
        return this;
    }

    Metadata build() {
        namespaces.forEach((name, struct) -> metadata.putFilterMetadata(name, struct.build()));
        return metadata.build();
    }
}
