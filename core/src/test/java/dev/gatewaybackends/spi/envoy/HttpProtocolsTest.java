// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import org.junit.jupiter.api.Test;

class HttpProtocolsTest {
    private static final HttpProtocolOptions HTTP1 = HttpProtocolOptions.newBuilder()
            .setExplicitHttpConfig(HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                    .setHttpProtocolOptions(Http1ProtocolOptions.newBuilder().setAcceptHttp10(true)))
            .build();

    @Test
    void http2_cluster_choosesHttp2WithoutFurtherOptions() throws InvalidProtocolBufferException {
        Cluster.Builder cluster = Cluster.newBuilder();

        HttpProtocols.http2(cluster);

        assertThat(options(cluster))
                .isEqualTo(HttpProtocolOptions.newBuilder()
                        .setExplicitHttpConfig(HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                                .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance()))
                        .build());
    }

    @Test
    void set_options_replacesThoseThatWereThere() throws InvalidProtocolBufferException {
        Cluster.Builder cluster = Cluster.newBuilder();
        HttpProtocols.http2(cluster);

        HttpProtocols.set(cluster, HTTP1);

        assertThat(options(cluster)).isEqualTo(HTTP1);
    }

    private static HttpProtocolOptions options(Cluster.Builder cluster) throws InvalidProtocolBufferException {
        assertThat(cluster.getTypedExtensionProtocolOptionsMap())
                .containsOnlyKeys("envoy.extensions.upstreams.http.v3.HttpProtocolOptions");
        return cluster.getTypedExtensionProtocolOptionsOrThrow(HttpProtocols.EXTENSION)
                .unpack(HttpProtocolOptions.class);
    }
}
