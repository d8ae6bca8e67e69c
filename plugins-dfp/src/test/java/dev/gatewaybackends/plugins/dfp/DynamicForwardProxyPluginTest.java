// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
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
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DynamicForwardProxyPluginTest {
    private static final DynamicForwardProxyPlugin PLUGIN = new DynamicForwardProxyPlugin();
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));
    private static final DynamicForwardProxyBackend PLAIN = DynamicForwardProxyBackend.of(false);
    private static final DynamicForwardProxyBackend TLS = DynamicForwardProxyBackend.of(true);

    @Test
    void discovery_moduleOnClassPath_findsThePlugin() {
        assertThat(PluginRegistry.discover().find("dynamicForwardProxy")).isInstanceOf(DynamicForwardProxyPlugin.class);
    }

    @Test
    void registry_withPlugin_knowsItsSettingByKey() {
        assertThat(PluginRegistry.discover().setting("dfp.explicit-san-validation"))
                .isSameAs(DfpSettings.EXPLICIT_SAN_VALIDATION);
    }

    @Test
    void type_always_claimsItsMemberFrom21On() {
        assertThat(PLUGIN.type().member()).isEqualTo("dynamicForwardProxy");
        assertThat(PLUGIN.type().sourceClass()).isEqualTo(DynamicForwardProxyBackend.class);
        assertThat(PLUGIN.type().legacyTypes()).containsExactly("DynamicForwardProxy");
        assertThat(PLUGIN.type().from()).isEqualTo(KgatewayVersion.V2_1);
        assertThat(PLUGIN.type().to()).isEqualTo(KgatewayVersion.MAIN);
    }

    @Test
    void ports_always_areTheRequests() {
        assertThat(PLUGIN.portOrigin(TLS)).isEqualTo("takes the port from the Host header of each request");
    }

    @Test
    void translator_typedBackend_makesItsCluster() {
        Cluster cluster = BackendTranslator.create()
                .translate(Backend.of(ObjectMeta.of("outbound", "internet"), TLS))
                .cluster();

        assertThat(cluster).isEqualTo(translate(SECURE, TLS).cluster());
        assertThat(cluster.getName()).isEqualTo("backend_outbound_internet_0");
    }

    @Test
    void translate_plain_makesSubClustersAndNoTls() throws InvalidProtocolBufferException {
        Cluster cluster = translate(SECURE, PLAIN).cluster();

        assertThat(cluster.getLbPolicy()).isEqualTo(Cluster.LbPolicy.CLUSTER_PROVIDED);
        assertThat(cluster.getClusterType().getName()).isEqualTo("envoy.clusters.dynamic_forward_proxy");
        ClusterConfig config = cluster.getClusterType().getTypedConfig().unpack(ClusterConfig.class);
        assertThat(config.hasDnsCacheConfig()).isFalse();
        assertThat(config.getSubClustersConfig().getLbPolicy()).isEqualTo(Cluster.LbPolicy.LEAST_REQUEST);
        assertThat(config.getSubClustersConfig().hasMaxSubClusters()).isFalse();
        assertThat(config.getSubClustersConfig().hasSubClusterTtl()).isFalse();
        assertThat(cluster.hasLoadAssignment()).isFalse();
        assertThat(cluster.hasTransportSocket()).isFalse();
        assertThat(cluster.getTypedExtensionProtocolOptionsMap()).isEmpty();
    }

    @Test
    void translate_tlsNotSaid_isPlain() {
        DynamicForwardProxyBackend unsaid =
                DynamicForwardProxyBackendBuilder.builder().build();

        assertThat(translate(SECURE, unsaid).cluster())
                .isEqualTo(translate(SECURE, PLAIN).cluster());
    }

    @Test
    void translate_tls_verifiesTheRequestedNameAgainstTheTrustFile() throws InvalidProtocolBufferException {
        BackendTranslation translation = translate(SECURE, TLS);

        UpstreamTlsContext tls = tls(translation.cluster());
        assertThat(tls.getSni()).isEmpty();
        assertThat(tls.getCommonTlsContext()
                        .getValidationContext()
                        .getTrustedCa()
                        .getFilename())
                .isEqualTo("/etc/ssl/certs/ca-certificates.crt");
        HttpProtocolOptions options = translation
                .cluster()
                .getTypedExtensionProtocolOptionsOrThrow(HttpProtocols.EXTENSION)
                .unpack(HttpProtocolOptions.class);
        assertThat(options.getUpstreamHttpProtocolOptions().getAutoSni()).isTrue();
        assertThat(options.getUpstreamHttpProtocolOptions().getAutoSanValidation())
                .isTrue();
        assertThat(options.getExplicitHttpConfig().hasHttpProtocolOptions()).isTrue();
        assertThat(translation.requirements().proxy().files()).containsExactly("/etc/ssl/certs/ca-certificates.crt");
        assertThat(translation.requirements().proxy().bootstrapSecrets()).isEmpty();
    }

    @Test
    void translate_tlsInKgatewayProfile_trustsTheBootstrapSecretAndLeavesNamesToEnvoy()
            throws InvalidProtocolBufferException {
        BackendTranslation translation = translate(KGATEWAY, TLS);

        CommonTlsContext tls = tls(translation.cluster()).getCommonTlsContext();
        assertThat(tls.getCombinedValidationContext().hasDefaultValidationContext())
                .isTrue();
        assertThat(tls.getCombinedValidationContext()
                        .getValidationContextSdsSecretConfig()
                        .getName())
                .isEqualTo("SYSTEM_CA_CERT");
        assertThat(tls.getCombinedValidationContext()
                        .getValidationContextSdsSecretConfig()
                        .hasSdsConfig())
                .isFalse();
        assertThat(translation.cluster().getTypedExtensionProtocolOptionsMap()).isEmpty();
        assertThat(translation.requirements().proxy().bootstrapSecrets()).containsExactly("SYSTEM_CA_CERT");
        assertThat(translation.requirements().proxy().files()).isEmpty();
    }

    @Test
    void translate_otherTrustRoots_requiresThem() {
        TranslationSettings file = SECURE.toBuilder()
                .set(CoreSettings.UPSTREAM_TRUST, UpstreamTrust.file("/etc/proxy/roots.pem"))
                .build();
        TranslationSettings secret = SECURE.toBuilder()
                .set(CoreSettings.UPSTREAM_TRUST, UpstreamTrust.bootstrapSecret("corporate-roots"))
                .build();

        assertThat(translate(file, TLS).requirements().proxy().files()).containsExactly("/etc/proxy/roots.pem");
        assertThat(translate(secret, TLS).requirements().proxy().bootstrapSecrets())
                .containsExactly("corporate-roots");
        assertThat(translate(secret, PLAIN).requirements().proxy().bootstrapSecrets())
                .isEmpty();
    }

    @Test
    void translate_explicitSanValidationOff_setsNoHttpOptions() {
        TranslationSettings settings = SECURE.toBuilder()
                .set(DfpSettings.EXPLICIT_SAN_VALIDATION, false)
                .build();

        assertThat(translate(settings, TLS).cluster().getTypedExtensionProtocolOptionsMap())
                .isEmpty();
    }

    @Test
    void translate_always_requiresItsHttpFilter() throws InvalidProtocolBufferException {
        for (DynamicForwardProxyBackend source : new DynamicForwardProxyBackend[] {PLAIN, TLS}) {
            Requirements requirements = translate(SECURE, source).requirements();

            assertThat(requirements.listener().httpFilters()).hasSize(1);
            assertThat(requirements.listener().httpFilters().get(0).getName())
                    .isEqualTo("envoy.filters.http.dynamic_forward_proxy");
            FilterConfig config = requirements
                    .listener()
                    .httpFilters()
                    .get(0)
                    .getTypedConfig()
                    .unpack(FilterConfig.class);
            assertThat(config.hasSubClusterConfig()).isTrue();
            assertThat(config.getSubClusterConfig().hasClusterInitTimeout()).isFalse();
            assertThat(requirements.route().upgradeTypes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_1", "V2_2", "V2_3", "V2_4", "MAIN"})
    void translate_kgatewayProfile_hasEmptyMetadataBefore24Only(KgatewayVersion version) {
        Cluster cluster = translate(TranslationSettings.of(TranslationProfile.kgateway(version)), PLAIN)
                .cluster();

        assertThat(cluster.hasMetadata()).isEqualTo(!version.isAtLeast(KgatewayVersion.V2_4));
        assertThat(cluster.getDnsLookupFamily()).isEqualTo(Cluster.DnsLookupFamily.AUTO);
    }

    private static BackendTranslation translate(TranslationSettings settings, DynamicForwardProxyBackend source) {
        TranslationContext context = TranslationContext.builder(ObjectMeta.of("outbound", "internet"))
                .settings(settings)
                .build();
        BackendTranslation translation = PLUGIN.translate(source, context);
        assertThat(context.diagnostics()).isEmpty();
        assertThat(translation.cluster()).isNotNull();
        assertThat(translation.loadAssignment()).isNull();
        assertThat(translation.secrets()).isEmpty();
        return translation;
    }

    private static UpstreamTlsContext tls(Cluster cluster) throws InvalidProtocolBufferException {
        assertThat(cluster.getTransportSocket().getName()).isEqualTo(TlsSockets.EXTENSION);
        return cluster.getTransportSocket().getTypedConfig().unpack(UpstreamTlsContext.class);
    }
}
