// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.DnsLookupFamily;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.settings.UpstreamTrust;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.spi.envoy.TlsSockets;
import dev.gatewaybackends.translate.BackendTranslator;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.Audience;
import io.envoyproxy.envoy.extensions.filters.http.gcp_authn.v3.GcpAuthnFilterConfig;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GcpPluginTest {
    private static final GcpPlugin PLUGIN = new GcpPlugin();
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));
    private static final GcpBackend SERVICE = GcpBackend.of("parcels.run.example");

    @Test
    void discovery_moduleOnClassPath_findsThePlugin() {
        assertThat(PluginRegistry.discover().find("gcp")).isInstanceOf(GcpPlugin.class);
    }

    @Test
    void type_always_claimsItsMemberFrom23On() {
        assertThat(PLUGIN.type().member()).isEqualTo("gcp");
        assertThat(PLUGIN.type().sourceClass()).isEqualTo(GcpBackend.class);
        assertThat(PLUGIN.type().legacyTypes()).containsExactly("GCP");
        assertThat(PLUGIN.type().from()).isEqualTo(KgatewayVersion.V2_3);
        assertThat(PLUGIN.type().to()).isEqualTo(KgatewayVersion.MAIN);
        assertThat(PLUGIN.requiresHttp(SERVICE)).isTrue();
        assertThat(PLUGIN.portOrigin(SERVICE)).isEqualTo("is always reached on port 443");
    }

    @Test
    void translator_typedBackend_makesItsCluster() {
        Cluster cluster = BackendTranslator.create()
                .translate(Backend.of(ObjectMeta.of("shop", "parcels"), SERVICE))
                .cluster(new ResourceKey(Backend.GROUP, Backend.KIND, "shop", "parcels"));

        assertThat(cluster).isEqualTo(translate(SECURE, SERVICE).cluster());
        assertThat(cluster.getName()).isEqualTo("backend_shop_parcels_0");
    }

    @Test
    void translate_host_isResolvedAndReachedOnPort443() throws InvalidProtocolBufferException {
        TranslationSettings settings = SECURE.toBuilder()
                .set(CoreSettings.DNS_LOOKUP_FAMILY, DnsLookupFamily.V6_ONLY)
                .build();

        Cluster cluster = translate(settings, SERVICE).cluster();

        assertThat(cluster.getClusterType()
                        .getTypedConfig()
                        .unpack(DnsCluster.class)
                        .getDnsLookupFamily())
                .isEqualTo(io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily.V6_ONLY);
        Endpoint endpoint =
                cluster.getLoadAssignment().getEndpoints(0).getLbEndpoints(0).getEndpoint();
        assertThat(endpoint.getAddress().getSocketAddress().getAddress()).isEqualTo("parcels.run.example");
        assertThat(endpoint.getAddress().getSocketAddress().getPortValue()).isEqualTo(443);
        assertThat(endpoint.getHostname()).isEmpty();
        assertThat(cluster.getTypedExtensionProtocolOptionsMap()).isEmpty();
    }

    @Test
    void translate_audience_isTheHostUnlessSaid() throws InvalidProtocolBufferException {
        assertThat(audience(translate(SECURE, SERVICE).cluster())).isEqualTo("https://parcels.run.example");
        assertThat(audience(translate(SECURE, new GcpBackend("parcels.run.example", "orders"))
                        .cluster()))
                .isEqualTo("orders");
    }

    @Test
    void translate_secure_verifiesTheHost() throws InvalidProtocolBufferException {
        BackendTranslation translation = translate(SECURE, SERVICE);

        assertThat(tls(translation.cluster())).isEqualTo(TlsSockets.verifying(SECURE, "parcels.run.example"));
        assertThat(translation.requirements().proxy().files()).containsExactly(UpstreamTrust.DEBIAN_BUNDLE);
        TranslationSettings secret = SECURE.toBuilder()
                .set(CoreSettings.UPSTREAM_TRUST, UpstreamTrust.bootstrapSecret("corporate-roots"))
                .build();
        assertThat(translate(secret, SERVICE).requirements().proxy().bootstrapSecrets())
                .containsExactly("corporate-roots");
    }

    @Test
    void translate_kgatewayProfile_verifiesNothing() throws InvalidProtocolBufferException {
        BackendTranslation translation = translate(KGATEWAY, SERVICE);

        assertThat(tls(translation.cluster()))
                .isEqualTo(UpstreamTlsContext.newBuilder()
                        .setSni("parcels.run.example")
                        .build());
        assertThat(translation.requirements().proxy().files()).isEmpty();
        assertThat(translation.requirements().proxy().bootstrapSecrets()).isEmpty();
    }

    @Test
    void translate_secure_stripsTheClientsCredentialRightBeforeTheTokenIsAdded() throws InvalidProtocolBufferException {
        Requirements requirements = translate(SECURE, SERVICE).requirements();

        assertThat(requirements.listener().httpFilters())
                .extracting(HttpFilter::getName)
                .containsExactly("gcp.strip", "envoy.filters.http.gcp_authn");
        assertThat(requirements.listener().httpFilters().get(0).getTypedConfig().unpack(HeaderMutation.class))
                .isEqualTo(HeaderMutation.getDefaultInstance());
        assertThat(requirements.route().typedPerFilterConfig()).containsOnlyKeys("gcp.strip");
        HeaderMutationPerRoute strip =
                requirements.route().typedPerFilterConfig().get("gcp.strip").unpack(HeaderMutationPerRoute.class);
        assertThat(strip.getMutations().getRequestMutationsList())
                .singleElement()
                .satisfies(mutation -> assertThat(mutation.getRemove()).isEqualTo("authorization"));
        GcpAuthnFilterConfig config = authn(requirements);
        assertThat(config.getCluster()).isEqualTo("gcp_authn");
        assertThat(config.getTimeout().getSeconds()).isEqualTo(10);
        assertThat(config.getCacheConfig().getCacheSize().getValue()).isEqualTo(100);
        assertThat(requirements.route().autoHostRewrite()).isTrue();
        assertThat(requirements.listener().suppressEnvoyHeaders()).isTrue();
    }

    @Test
    void translate_kgatewayProfile_asksForTheFilterAlone() throws InvalidProtocolBufferException {
        Requirements requirements = translate(KGATEWAY, SERVICE).requirements();

        assertThat(requirements.listener().httpFilters())
                .extracting(HttpFilter::getName)
                .containsExactly("envoy.filters.http.gcp_authn");
        assertThat(authn(requirements).hasCacheConfig()).isFalse();
        assertThat(requirements.route().typedPerFilterConfig()).isEmpty();
        assertThat(requirements.route().autoHostRewrite()).isTrue();
        assertThat(requirements.listener().suppressEnvoyHeaders()).isFalse();
    }

    @Test
    void translate_always_requiresTheClusterOfTheMetadataServer() throws InvalidProtocolBufferException {
        for (TranslationSettings settings : new TranslationSettings[] {SECURE, KGATEWAY}) {
            assertThat(translate(settings, SERVICE).requirements().proxy().extraClusters())
                    .singleElement()
                    .satisfies(cluster -> {
                        assertThat(cluster.getName()).isEqualTo("gcp_authn");
                        assertThat(cluster.getAltStatName()).isEqualTo("gcp_authn");
                        DnsCluster dns =
                                cluster.getClusterType().getTypedConfig().unpack(DnsCluster.class);
                        assertThat(dns.getRespectDnsTtl()).isTrue();
                        assertThat(dns.getDnsLookupFamily())
                                .isEqualTo(
                                        io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily.V4_ONLY);
                    });
        }
    }

    @Test
    void translate_http2Asked_setsIt() {
        Cluster.Builder http2 = Cluster.newBuilder();
        HttpProtocols.http2(http2);

        assertThat(translate(SECURE.toBuilder().set(GcpSettings.HTTP2, true).build(), SERVICE)
                        .cluster()
                        .getTypedExtensionProtocolOptionsMap())
                .isEqualTo(http2.getTypedExtensionProtocolOptionsMap());
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_3", "V2_4", "MAIN"})
    void translate_kgatewayProfile_isTheSameInEveryVersionThatHasIt(KgatewayVersion version) {
        BackendTranslation translation =
                translate(TranslationSettings.of(TranslationProfile.kgateway(version)), SERVICE);

        assertThat(translation.cluster()).isEqualTo(translate(KGATEWAY, SERVICE).cluster());
    }

    private static String audience(Cluster cluster) throws InvalidProtocolBufferException {
        return cluster.getMetadata()
                .getTypedFilterMetadataOrThrow("envoy.filters.http.gcp_authn")
                .unpack(Audience.class)
                .getUrl();
    }

    private static GcpAuthnFilterConfig authn(Requirements requirements) throws InvalidProtocolBufferException {
        HttpFilter last = requirements
                .listener()
                .httpFilters()
                .get(requirements.listener().httpFilters().size() - 1);
        return last.getTypedConfig().unpack(GcpAuthnFilterConfig.class);
    }

    private static UpstreamTlsContext tls(Cluster cluster) throws InvalidProtocolBufferException {
        return cluster.getTransportSocket().getTypedConfig().unpack(UpstreamTlsContext.class);
    }

    private static BackendTranslation translate(TranslationSettings settings, GcpBackend source) {
        TranslationContext context = TranslationContext.builder(ObjectMeta.of("shop", "parcels"))
                .settings(settings)
                .build();
        BackendTranslation translation = PLUGIN.translate(source, context);
        assertThat(context.diagnostics()).isEmpty();
        assertThat(translation.cluster()).isNotNull();
        assertThat(translation.loadAssignment()).isNull();
        assertThat(translation.secrets()).isEmpty();
        return translation;
    }
}
