// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import io.envoyproxy.envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;

/** The filter that every chain of upstream HTTP filters ends with. */
public final class UpstreamCodecs {
    /** The name of the filter. */
    public static final String NAME = "envoy.filters.http.upstream_codec";

    private static final HttpFilter FILTER = HttpFilter.newBuilder()
            .setName(NAME)
            .setTypedConfig(TypedConfigs.pack(UpstreamCodec.getDefaultInstance()))
            .build();

    private UpstreamCodecs() {}

    /** Returns the filter, which passes requests to the endpoint. */
    public static HttpFilter filter() {
        return FILTER;
    }
}
