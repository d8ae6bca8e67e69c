// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;

/** The HTTP protocol that a cluster speaks to its hosts. Without any option that is HTTP/1.1. */
public final class HttpProtocols {
    /** The key of HTTP options among a cluster's typed extension protocol options. */
    public static final String EXTENSION = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private static final Any HTTP2 = TypedConfigs.pack(HttpProtocolOptions.newBuilder()
            .setExplicitHttpConfig(HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                    .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance()))
            .build());

    private HttpProtocols() {}

    /** Makes the cluster speak HTTP/2, without asking, whether or not over TLS. */
    public static void http2(Cluster.Builder cluster) {
        cluster.putTypedExtensionProtocolOptions(EXTENSION, HTTP2);
    }

    /** Sets the cluster's HTTP options; they must choose a protocol. */
    public static void set(Cluster.Builder cluster, HttpProtocolOptions options) {
        cluster.putTypedExtensionProtocolOptions(EXTENSION, TypedConfigs.pack(options));
    }
}
