// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.spi.envoy.MetadataServer;
import dev.gatewaybackends.spi.envoy.TlsSockets;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import java.util.List;

/** Translates {@code spec.gcp}: a cluster with TLS for one host, whose requests carry a token for its audience. */
public final class GcpPlugin implements BackendPlugin<GcpBackend> {
    private static final BackendType<GcpBackend> TYPE =
            BackendType.of("gcp", GcpBackend.class, "GCP").existsIn(KgatewayVersion.V2_3, KgatewayVersion.MAIN);

    private static final int PORT = 443;

    /** Creates the plugin; called by the service loader. */
    public GcpPlugin() {}

    @Override
    public BackendType<GcpBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return GcpSettings.all();
    }

    @Override
    public String portOrigin(GcpBackend source) {
        return "is always reached on port " + PORT;
    }

    @Override
    public boolean requiresHttp(GcpBackend source) {
        return true;
    }

    @Override
    public void validate(GcpBackend source, ValidationContext context) {
        GcpRules.check(source, context);
    }

    @Override
    public BackendTranslation translate(GcpBackend source, TranslationContext context) {
        TranslationSettings settings = context.settings();
        String host = source.host();
        boolean verify = settings.get(GcpSettings.VERIFY_TLS);
        Cluster.Builder cluster = context.newCluster()
                .setLoadAssignment(Endpoints.assignment(context.clusterName(), List.of(Endpoints.of(host, PORT))))
                .setTransportSocket(TlsSockets.of(
                        verify
                                ? TlsSockets.verifying(settings, host)
                                : UpstreamTlsContext.newBuilder().setSni(host).build()));
        DnsClusters.strict(cluster, settings);
        String audience = source.audience() == null ? "https://" + host : source.audience();
        MetadataServer.identityToken(cluster, audience);
        if (settings.get(GcpSettings.HTTP2)) {
            HttpProtocols.http2(cluster);
        }
        Requirements.Builder requirements = Requirements.builder()
                .autoHostRewrite(true)
                .suppressEnvoyHeaders(settings.get(GcpSettings.SUPPRESS_ENVOY_HEADERS));
        if (settings.get(GcpSettings.STRIP_AUTHORIZATION)) {
            MetadataServer.stripAuthorization(requirements);
        }
        MetadataServer.require(requirements, settings.get(GcpSettings.TOKEN_CACHE_SIZE));
        if (verify) {
            TlsSockets.require(settings, requirements);
        }
        return BackendTranslation.builder(cluster.build())
                .requirements(requirements.build())
                .build();
    }
}
