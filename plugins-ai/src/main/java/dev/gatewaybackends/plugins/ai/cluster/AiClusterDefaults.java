// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;

/** What the clusters of all shapes have in common. */
final class AiClusterDefaults {
    /** No timeout of routes: the answer of an LLM may take minutes. */
    static final Duration NO_TIMEOUT = Duration.getDefaultInstance();

    static final Duration IDLE_TIMEOUT = Duration.newBuilder().setSeconds(300).build();

    /** What a warning says of groups without failover. */
    static final String INERT = "the groups after the first one are used only when no host of it resolves";

    private static final Duration CONNECTION_IDLE_TIMEOUT =
            Duration.newBuilder().setSeconds(30).build();

    private AiClusterDefaults() {}

    /** Returns HTTP options without a protocol: idle connections are closed after half a minute. */
    static HttpProtocolOptions.Builder options() {
        return HttpProtocolOptions.newBuilder()
                .setCommonHttpProtocolOptions(io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.newBuilder()
                        .setIdleTimeout(CONNECTION_IDLE_TIMEOUT));
    }

    static HttpProtocolOptions.ExplicitHttpConfig http1() {
        return HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                .setHttpProtocolOptions(Http1ProtocolOptions.getDefaultInstance())
                .build();
    }
}
