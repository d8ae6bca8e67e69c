// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import com.google.protobuf.Any;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.spi.envoy.TlsSockets;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.UpstreamHttpProtocolOptions;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.SubClustersConfig;
import io.envoyproxy.envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.dynamic_forward_proxy.v3.SubClusterConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.List;

/** Translates {@code spec.dynamicForwardProxy}: a cluster that makes a sub-cluster for each host that is asked for. */
public final class DynamicForwardProxyPlugin implements BackendPlugin<DynamicForwardProxyBackend> {
    private static final BackendType<DynamicForwardProxyBackend> TYPE = BackendType.of(
                    "dynamicForwardProxy", DynamicForwardProxyBackend.class, "DynamicForwardProxy")
            .existsIn(KgatewayVersion.V2_1, KgatewayVersion.MAIN);
    private static final Cluster.CustomClusterType CLUSTER_TYPE = Cluster.CustomClusterType.newBuilder()
            .setName("envoy.clusters.dynamic_forward_proxy")
            .setTypedConfig(TypedConfigs.pack(ClusterConfig.newBuilder()
                    .setSubClustersConfig(SubClustersConfig.newBuilder().setLbPolicy(Cluster.LbPolicy.LEAST_REQUEST))
                    .build()))
            .build();
    private static final HttpFilter HTTP_FILTER = HttpFilter.newBuilder()
            .setName("envoy.filters.http.dynamic_forward_proxy")
            .setTypedConfig(httpFilterConfig())
            .build();
    private static final HttpProtocolOptions CHECK_REQUESTED_NAME = HttpProtocolOptions.newBuilder()
            .setUpstreamHttpProtocolOptions(
                    UpstreamHttpProtocolOptions.newBuilder().setAutoSni(true).setAutoSanValidation(true))
            .setExplicitHttpConfig(HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                    .setHttpProtocolOptions(Http1ProtocolOptions.getDefaultInstance()))
            .build();

    /** Creates the plugin; called by the service loader. */
    public DynamicForwardProxyPlugin() {}

    private static Any httpFilterConfig() {
        return TypedConfigs.pack(FilterConfig.newBuilder()
                .setSubClusterConfig(SubClusterConfig.getDefaultInstance())
                .build());
    }

    @Override
    public BackendType<DynamicForwardProxyBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return DfpSettings.all();
    }

    @Override
    public String portOrigin(DynamicForwardProxyBackend source) {
        return "takes the port from the Host header of each request";
    }

    @Override
    public boolean requiresHttp(DynamicForwardProxyBackend source) {
        return true;
    }

    @Override
    public BackendTranslation translate(DynamicForwardProxyBackend source, TranslationContext context) {
        Cluster.Builder cluster =
                context.newCluster().setClusterType(CLUSTER_TYPE).setLbPolicy(Cluster.LbPolicy.CLUSTER_PROVIDED);
        if (context.settings().get(DfpSettings.APPLY_DNS_LOOKUP_FAMILY)) {
            // The sub-clusters take it over.
            DnsClusters.lookupFamily(cluster, context.settings());
        }
        Requirements.Builder requirements = Requirements.builder().httpFilter(HTTP_FILTER);
        if (Boolean.TRUE.equals(source.enableTls())) {
            cluster.setTransportSocket(TlsSockets.of(UpstreamTlsContext.newBuilder()
                    .setCommonTlsContext(
                            TlsSockets.trusting(context.settings(), CertificateValidationContext.getDefaultInstance()))
                    .build()));
            TlsSockets.require(context.settings(), requirements);
            if (context.settings().get(DfpSettings.EXPLICIT_SAN_VALIDATION)) {
                HttpProtocols.set(cluster, CHECK_REQUESTED_NAME);
            }
        }
        return BackendTranslation.builder(cluster.build())
                .requirements(requirements.build())
                .build();
    }
}
