// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.translate.BackendTranslator;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StaticPluginTest {
    private static final StaticPlugin PLUGIN = new StaticPlugin();
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;

    @Test
    void discovery_moduleOnClassPath_findsThePlugins() {
        PluginRegistry plugins = PluginRegistry.discover();

        assertThat(plugins.find("static")).isInstanceOf(StaticPlugin.class);
        assertThat(plugins.find("priorityGroups")).isInstanceOf(PriorityGroupsPlugin.class);
    }

    @Test
    void registry_withPlugin_knowsItsSettingsByKey() {
        PluginRegistry plugins = PluginRegistry.discover();

        assertThat(plugins.setting("static.ipv6-in-brackets")).isSameAs(StaticSettings.IPV6_IN_BRACKETS);
        assertThat(plugins.setting("static.truncate-at-bad-host")).isSameAs(StaticSettings.TRUNCATE_AT_BAD_HOST);
    }

    @Test
    void type_always_claimsMemberStatic() {
        assertThat(PLUGIN.type().member()).isEqualTo("static");
        assertThat(PLUGIN.type().sourceClass()).isEqualTo(StaticBackend.class);
        assertThat(PLUGIN.type().legacyTypes()).containsExactly("Static");
        assertThat(PLUGIN.type().from()).isEqualTo(KgatewayVersion.V2_0);
        assertThat(PLUGIN.type().to()).isEqualTo(KgatewayVersion.MAIN);
    }

    @Test
    void ports_ofHosts_areGivenOnceInOrder() {
        StaticBackend backend =
                StaticBackend.of(Host.of("192.0.2.10", 9090), Host.of("192.0.2.11", 8080), Host.of("192.0.2.12", 9090));

        assertThat(PLUGIN.portOrigin(backend)).isEqualTo("defines its own ports, 9090, 8080");
        assertThat(PLUGIN.portOrigin(StaticBackend.of(Host.of("192.0.2.10", 9090))))
                .isEqualTo("defines its own port, 9090");
    }

    @Test
    void translator_typedBackend_makesItsCluster() {
        Cluster cluster = BackendTranslator.create()
                .translate(Backend.of(ObjectMeta.of("default", "web"), StaticBackend.of(Host.of("192.0.2.10", 8080))))
                .cluster();

        assertThat(cluster).isEqualTo(translate(SECURE, Host.of("192.0.2.10", 8080)));
        assertThat(cluster.getName()).isEqualTo("backend_default_web_0");
    }

    @Test
    void translate_ipHosts_fixesAddresses() {
        Cluster cluster = translate(SECURE, Host.of("192.0.2.10", 8080), Host.of("2001:db8::1", 8443));

        // The type must be there, not only read as STATIC because that is the default.
        assertThat(cluster.getClusterDiscoveryTypeCase()).isEqualTo(Cluster.ClusterDiscoveryTypeCase.TYPE);
        assertThat(cluster.getType()).isEqualTo(Cluster.DiscoveryType.STATIC);
        assertThat(cluster.getConnectTimeout().getSeconds()).isEqualTo(5);
        assertThat(cluster.getLoadAssignment().getClusterName()).isEqualTo("backend_default_web_0");
        assertThat(cluster.hasMetadata()).isFalse();
        assertThat(cluster.hasTransportSocket()).isFalse();
        assertThat(cluster.getTypedExtensionProtocolOptionsMap()).isEmpty();
        assertThat(endpoints(cluster)).containsExactly(endpoint("192.0.2.10", 8080), endpoint("2001:db8::1", 8443));
    }

    @Test
    void translate_oneDnsName_letsEnvoyResolveAllHosts() {
        Cluster cluster = translate(SECURE, Host.of("192.0.2.10", 8080), Host.of("Parcels.example.net", 443));

        assertThat(cluster.getClusterDiscoveryTypeCase()).isEqualTo(Cluster.ClusterDiscoveryTypeCase.CLUSTER_TYPE);
        assertThat(cluster.getClusterType().getName()).isEqualTo(DnsClusters.EXTENSION);
        assertThat(endpoints(cluster))
                .containsExactly(endpoint("192.0.2.10", 8080), endpoint("Parcels.example.net", 443));
    }

    @ParameterizedTest
    @EnumSource(
            value = AppProtocol.class,
            names = {"HTTP2", "GRPC", "GRPC_WEB", "KUBERNETES_H2C"})
    void translate_http2Protocol_setsHttp2AndRequiresNothing(AppProtocol protocol) {
        BackendTranslation translation = translate(SECURE, protocol);

        Cluster.Builder http2 = Cluster.newBuilder();
        HttpProtocols.http2(http2);
        assertThat(cluster(translation).getTypedExtensionProtocolOptionsMap())
                .isEqualTo(http2.getTypedExtensionProtocolOptionsMap());
        assertThat(translation.requirements().isEmpty()).isTrue();
    }

    @Test
    void translate_websocket_keepsHttp1AndRequiresTheUpgrade() {
        BackendTranslation translation = translate(SECURE, AppProtocol.KUBERNETES_WS);

        assertThat(cluster(translation).getTypedExtensionProtocolOptionsMap()).isEmpty();
        assertThat(translation.requirements().route().upgradeTypes()).containsExactly("websocket");
        assertThat(translation.requirements().listener().httpFilters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[::1], true, ::1, STATIC",
        "[fe80::1%eth0], true, fe80::1%eth0, STATIC",
        "[::1], false, [::1], DNS",
        "[192.0.2.1], true, [192.0.2.1], DNS",
        "[web], true, [web], DNS",
        "[], true, [], DNS",
        "[[::1]], true, [[::1]], DNS",
        "[::1, true, [::1, DNS",
        "[::1]:80, true, [::1]:80, DNS",
    })
    void translate_brackets_areTakenOffIpv6Only(String host, boolean unbracket, String address, String discovery) {
        TranslationSettings settings = TranslationSettings.builder()
                .set(StaticSettings.IPV6_IN_BRACKETS, unbracket)
                .build();

        Cluster cluster = translate(settings, Host.of(host, 8080));

        assertThat(endpoints(cluster)).containsExactly(endpoint(address, 8080));
        assertThat(cluster.hasClusterType()).isEqualTo(discovery.equals("DNS"));
    }

    @ParameterizedTest
    @EnumSource(
            value = KgatewayVersion.class,
            names = {"V2_1", "V2_2", "V2_3", "V2_4", "MAIN"})
    void profile_kgateway_givesItsDefaults(KgatewayVersion version) {
        TranslationProfile profile = TranslationProfile.kgateway(version);

        assertThat(StaticSettings.IPV6_IN_BRACKETS.in(profile)).isFalse();
        assertThat(StaticSettings.TRUNCATE_AT_BAD_HOST.in(profile)).isEqualTo(version == KgatewayVersion.V2_1);
    }

    @Test
    void translate_portZeroWhereItTruncates_keepsTheHostsBefore() {
        Host good = Host.of("192.0.2.10", 8080);
        Host bad = Host.of("192.0.2.11", 0);
        TranslationSettings settings = TranslationSettings.builder()
                .set(StaticSettings.TRUNCATE_AT_BAD_HOST, true)
                .build();

        assertThat(endpoints(translate(settings, good, bad, good))).containsExactly(endpoint("192.0.2.10", 8080));
        assertThat(translate(settings, bad, good).hasLoadAssignment()).isFalse();
        assertThat(translate(settings, bad, good).getClusterDiscoveryTypeCase())
                .isEqualTo(Cluster.ClusterDiscoveryTypeCase.TYPE);
        // As kgateway 2.1 does; what Envoy thinks of a name in a STATIC cluster is for the Envoy rules to say.
        assertThat(translate(settings, Host.of("parcels.example.net", 443), bad).getType())
                .isEqualTo(Cluster.DiscoveryType.STATIC);
        assertThat(translate(settings, Host.of("parcels.example.net", 443), bad).hasClusterType())
                .isFalse();
    }

    @Test
    void translate_emptyMetadataSetting_addsIt() {
        TranslationSettings settings = TranslationSettings.builder()
                .set(CoreSettings.EMPTY_METADATA, true)
                .build();

        assertThat(translate(settings, Host.of("192.0.2.10", 8080)).hasMetadata())
                .isTrue();
    }

    @Test
    void translate_sameSourceAgain_isEqual() {
        Host named = Host.of("parcels.example.net", 443);

        assertThat(translate(SECURE, named)).isEqualTo(translate(SECURE, named));
    }

    private static Cluster translate(TranslationSettings settings, Host... hosts) {
        return cluster(translate(settings, StaticBackend.of(hosts)));
    }

    private static BackendTranslation translate(TranslationSettings settings, AppProtocol protocol) {
        return translate(
                settings,
                StaticBackendBuilder.builder()
                        .hosts(List.of(Host.of("192.0.2.10", 8080)))
                        .appProtocol(protocol)
                        .build());
    }

    private static BackendTranslation translate(TranslationSettings settings, StaticBackend source) {
        TranslationContext context = TranslationContext.builder(ObjectMeta.of("default", "web"))
                .settings(settings)
                .build();
        BackendTranslation translation = PLUGIN.translate(source, context);
        assertThat(context.diagnostics()).isEmpty();
        assertThat(translation.loadAssignment()).isNull();
        assertThat(translation.secrets()).isEmpty();
        return translation;
    }

    private static Cluster cluster(BackendTranslation translation) {
        Cluster cluster = translation.cluster();
        assertThat(cluster).isNotNull();
        return cluster;
    }

    private static List<LbEndpoint> endpoints(Cluster cluster) {
        assertThat(cluster.getLoadAssignment().getEndpointsList()).hasSize(1);
        return cluster.getLoadAssignment().getEndpoints(0).getLbEndpointsList();
    }

    private static LbEndpoint endpoint(String host, int port) {
        Endpoint.Builder endpoint = Endpoint.newBuilder().setHostname(host);
        endpoint.getHealthCheckConfigBuilder().setHostname(host);
        endpoint.getAddressBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(host).setPortValue(port));
        return LbEndpoint.newBuilder().setEndpoint(endpoint).build();
    }
}
