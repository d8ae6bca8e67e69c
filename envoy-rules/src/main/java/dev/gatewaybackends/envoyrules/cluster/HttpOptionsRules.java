// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.cluster;

import com.google.protobuf.Any;
import dev.gatewaybackends.envoyrules.cluster.ClusterParts.Discovery;
import dev.gatewaybackends.envoyrules.pgv.ViolationSink;
import io.envoyproxy.envoy.config.core.v3.UpstreamHttpProtocolOptions;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks the HTTP protocol options of a cluster, and the key they are under. */
final class HttpOptionsRules {
    private static final String MAP = "typed_extension_protocol_options";
    private static final String OPTIONS = MAP + "[" + ClusterParts.HTTP_OPTIONS + "]";
    private static final Set<String> HTTP_KEYS =
            Set.of(ClusterParts.HTTP_OPTIONS, "envoy.upstreams.http.http_protocol_options");
    private static final String TCP_OPTIONS = "envoy.extensions.upstreams.tcp.v3.TcpProtocolOptions";
    private static final Set<String> TCP_KEYS = Set.of(TCP_OPTIONS, "envoy.upstreams.tcp.tcp_protocol_options");
    private static final String CODEC = "envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec";

    private HttpOptionsRules() {}

    static void check(ClusterParts parts, ViolationSink violations) {
        keys(parts, violations);
        HttpProtocolOptions http = parts.http();
        if (http == null) {
            return;
        }
        forwardProxy(parts, http, violations);
        if (http.getAutoConfig().hasHttp3ProtocolOptions()
                && !http.getAutoConfig().hasAlternateProtocolsCacheOptions()) {
            violations.add(
                    OPTIONS + ".auto_config.alternate_protocols_cache_options",
                    "not set, but HTTP/3 in auto_config requires it");
        }
        filters(http.getHttpFiltersList(), violations);
    }

    private static void keys(ClusterParts parts, ViolationSink violations) {
        Map<String, Any> options = parts.cluster().getTypedExtensionProtocolOptionsMap();
        if (options.isEmpty()) {
            return;
        }
        new TreeMap<>(options).forEach((key, value) -> {
            boolean http = ClusterParts.holds(value, ClusterParts.HTTP_OPTIONS);
            if (http && !HTTP_KEYS.contains(key)) {
                violations.add(MAP, "HttpProtocolOptions under another key than " + ClusterParts.HTTP_OPTIONS);
            } else if (!http && HTTP_KEYS.contains(key)) {
                violations.add(MAP + "[" + key + "]", "not an HttpProtocolOptions, which this key requires");
            } else if (ClusterParts.holds(value, TCP_OPTIONS) && !TCP_KEYS.contains(key)) {
                violations.add(MAP, "TcpProtocolOptions under another key than " + TCP_OPTIONS);
            }
        });
    }

    private static void forwardProxy(ClusterParts parts, HttpProtocolOptions http, ViolationSink violations) {
        ClusterConfig config = parts.forwardProxy();
        if (parts.discovery() != Discovery.FORWARD_PROXY || config == null || config.getAllowInsecureClusterOptions()) {
            return;
        }
        UpstreamHttpProtocolOptions upstream = http.getUpstreamHttpProtocolOptions();
        if (!upstream.getAutoSni() || !upstream.getAutoSanValidation()) {
            violations.add(
                    OPTIONS + ".upstream_http_protocol_options",
                    "without auto_sni and auto_san_validation, a dynamic forward proxy requires both unless"
                            + " allow_insecure_cluster_options is set");
        }
    }

    private static void filters(List<HttpFilter> filters, ViolationSink violations) {
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            boolean codec = isCodec(filters.get(i));
            if (last && (!codec || filters.get(i).getDisabled())) {
                violations.add(
                        OPTIONS + ".http_filters[" + i + "]", "not the upstream codec, which must be the last filter");
            } else if (!last && codec) {
                violations.add(
                        OPTIONS + ".http_filters[" + i + "]", "the upstream codec, which must be the last filter");
            }
        }
    }

    private static boolean isCodec(HttpFilter filter) {
        return ClusterParts.holds(filter.getTypedConfig(), CODEC);
    }
}
