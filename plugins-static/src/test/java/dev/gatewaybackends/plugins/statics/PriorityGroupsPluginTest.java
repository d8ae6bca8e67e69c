// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.UnrecognizedBackend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.RefusedResource;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.ResourceLookup;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.spi.envoy.DnsClusters;
import dev.gatewaybackends.spi.envoy.HttpProtocols;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ValidResources;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriorityGroupsPluginTest {
    private static final PriorityGroupsPlugin PLUGIN = new PriorityGroupsPlugin();
    private static final TranslationSettings SECURE = TranslationSettings.SECURE;
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));

    private final Map<String, Backend> backends = new TreeMap<>();
    private final List<String> found = new ArrayList<>();

    @BeforeEach
    void addMembers() {
        put("near", StaticBackend.of(Host.of("192.0.2.10", 8080), Host.of("192.0.2.11", 8080)));
        put("far", StaticBackend.of(Host.of("2001:db8::1", 8443)));
        put("named", StaticBackend.of(Host.of("far.example.net", 80)));
    }

    @Test
    void type_always_claimsItsMemberFrom24On() {
        assertThat(PLUGIN.type().member()).isEqualTo("priorityGroups");
        assertThat(PLUGIN.type().sourceClass()).isEqualTo(PriorityGroupsBackend.class);
        assertThat(PLUGIN.type().legacyTypes()).containsExactly("PriorityGroups");
        assertThat(PLUGIN.type().from()).isEqualTo(KgatewayVersion.V2_4);
        assertThat(PLUGIN.type().to()).isEqualTo(KgatewayVersion.MAIN);
        assertThat(PLUGIN.requiresHttp(groups("near"))).isFalse();
        assertThat(PLUGIN.portOrigin(groups("near"))).isEqualTo("takes its ports from the Backends in its groups");
    }

    @Test
    void settings_ofPlugin_areKnownByKey() {
        assertThat(PluginRegistry.discover().setting("priority-groups.use-app-protocol"))
                .isSameAs(PriorityGroupsSettings.USE_APP_PROTOCOL);
        assertThat(PriorityGroupsSettings.all())
                .containsExactly(PriorityGroupsSettings.USE_APP_PROTOCOL)
                .allSatisfy(setting -> assertThat(setting.description()).endsWith("."));
        assertThat(PriorityGroupsSettings.USE_APP_PROTOCOL.in(TranslationProfile.SECURE))
                .isTrue();
        assertThat(PriorityGroupsSettings.USE_APP_PROTOCOL.in(TranslationProfile.kgateway(KgatewayVersion.V2_4)))
                .isFalse();
    }

    @Test
    void translate_groups_areLocalitiesByPriorityWithTheMembersOwnEndpoints() {
        Cluster cluster =
                cluster(SECURE, PriorityGroupsBackend.of(PriorityGroup.of("near", "far"), PriorityGroup.of("near")));

        assertThat(cluster.getName()).isEqualTo("backend_shop_all_0");
        assertThat(cluster.getLoadAssignment().getClusterName()).isEqualTo("backend_shop_all_0");
        assertThat(cluster.getClusterDiscoveryTypeCase()).isEqualTo(Cluster.ClusterDiscoveryTypeCase.TYPE);
        List<LocalityLbEndpoints> localities = cluster.getLoadAssignment().getEndpointsList();
        assertThat(localities).extracting(LocalityLbEndpoints::getPriority).containsExactly(0, 1);
        assertThat(localities.get(0).getLbEndpointsList())
                .startsWith(alone("near").getLbEndpointsList().toArray(LbEndpoint[]::new))
                .endsWith(alone("far").getLbEndpoints(0))
                .hasSize(3);
        assertThat(localities.get(1))
                .isEqualTo(alone("near").toBuilder().setPriority(1).build());
    }

    @Test
    void translate_oneDnsName_letsEnvoyResolveAllGroups() {
        Cluster cluster =
                cluster(SECURE, PriorityGroupsBackend.of(PriorityGroup.of("near"), PriorityGroup.of("named")));

        assertThat(cluster.getClusterType().getName()).isEqualTo(DnsClusters.EXTENSION);
    }

    @ParameterizedTest
    @EnumSource(
            value = AppProtocol.class,
            names = {"HTTP2", "GRPC", "GRPC_WEB", "KUBERNETES_H2C"})
    void translate_allMembersSpeakHttp2_clusterDoes(AppProtocol protocol) {
        put("one", speaking(protocol));
        put("two", speaking(AppProtocol.GRPC));

        Cluster.Builder http2 = Cluster.newBuilder();
        HttpProtocols.http2(http2);
        assertThat(cluster(SECURE, PriorityGroupsBackend.of(PriorityGroup.of("one"), PriorityGroup.of("two")))
                        .getTypedExtensionProtocolOptionsMap())
                .isEqualTo(http2.getTypedExtensionProtocolOptionsMap());
        assertThat(found).isEmpty();
    }

    @Test
    void translate_aMemberSpeaksWebSocket_requiresTheUpgrade() {
        put("socket", speaking(AppProtocol.KUBERNETES_WS));

        BackendTranslation translation = translate(SECURE, groups("near", "socket"));

        assertThat(translation.requirements().route().upgradeTypes()).containsExactly("websocket");
        assertThat(translate(SECURE, groups("near")).requirements().isEmpty()).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void translate_membersThatDisagree_areReportedEach() {
        put("h2", speaking(AppProtocol.HTTP2));

        assertThat(translate(SECURE, PriorityGroupsBackend.of(PriorityGroup.of("near"), PriorityGroup.of("h2", "far")))
                        .cluster())
                .isNull();
        assertThat(translate(SECURE, groups("h2", "near")).cluster()).isNull();
        assertThat(found)
                .containsExactly(
                        "ERROR Backend shop/all: spec.priorityGroups[1].backendRefs[0].name: Backend shop/h2 speaks HTTP/2 "
                                + "and Backend shop/near speaks HTTP/1.1 (expected: members whose appProtocol means the "
                                + "same) [Invalid]",
                        "ERROR Backend shop/all: spec.priorityGroups[0].backendRefs[1].name: Backend shop/near speaks "
                                + "HTTP/1.1 and Backend shop/h2 speaks HTTP/2 (expected: members whose appProtocol means "
                                + "the same) [Invalid]");
    }

    @Test
    void translate_appProtocolInKgatewayProfile_isIgnoredWithAWarning() {
        put("h2", speaking(AppProtocol.GRPC));
        put("socket", speaking(AppProtocol.KUBERNETES_WS));

        BackendTranslation translation = translate(KGATEWAY, groups("near", "h2", "socket"));

        assertThat(translation.cluster().getTypedExtensionProtocolOptionsMap()).isEmpty();
        assertThat(translation.requirements().isEmpty()).isTrue();
        assertThat(found)
                .containsExactly(
                        "WARNING Backend shop/all: spec.priorityGroups[0].backendRefs[1].name: Backend shop/h2 has the "
                                + "appProtocol grpc, which priority groups ignore: the cluster speaks HTTP/1.1 [Invalid]",
                        "WARNING Backend shop/all: spec.priorityGroups[0].backendRefs[2].name: Backend shop/socket has the "
                                + "appProtocol kubernetes.io/ws, which priority groups ignore: the cluster speaks HTTP/1.1 "
                                + "[Invalid]");
    }

    @Test
    void translate_membersThatCannotBe_areAllReported() {
        putBadMembers();

        assertThat(translate(SECURE, badGroups()).cluster()).isNull();
        assertThat(found)
                .containsExactly(
                        at(0, 0) + "Backend shop/gone not found [BackendNotFound]",
                        at(0, 2) + "Backend shop/all is this Backend itself (expected: a Backend with spec.static) "
                                + "[Invalid]",
                        at(1, 0) + "Backend shop/nested is not a static Backend (expected: a Backend with spec.static) "
                                + "[Invalid]",
                        at(1, 1) + "Backend shop/other is not a static Backend (expected: a Backend with spec.static) "
                                + "[Invalid]",
                        at(1, 2) + "Backend shop/empty is not a static Backend (expected: a Backend with spec.static) "
                                + "[Invalid]",
                        at(1, 3)
                                + "Backend shop/zero: spec.static.hosts[0].port: 0 is not a valid port (expected: 1 to "
                                + "65535) [Invalid]",
                        at(1, 3)
                                + "Backend shop/zero: spec.static.hosts[1].port: 70000 is not a valid port (expected: 1 "
                                + "to 65535) [Invalid]",
                        at(1, 4) + "Backend shop/unread: its hosts are not valid [Invalid]");
    }

    @Test
    void translate_membersThatCannotBeInKgatewayProfile_areReportedInItsWords() {
        putBadMembers();

        assertThat(translate(KGATEWAY, badGroups()).cluster()).isNull();
        assertThat(found)
                .containsExactly(
                        at(0, 0)
                                + "priority group 0: backend \"gone\" not found in namespace \"shop\" [BackendNotFound]",
                        at(0, 2)
                                + "priority group 0: backend \"all\" is not a static backend; only static backends are "
                                + "supported in priority groups [Invalid]",
                        at(1, 0)
                                + "priority group 1: backend \"nested\" is not a static backend; only static backends are "
                                + "supported in priority groups [Invalid]",
                        at(1, 1)
                                + "priority group 1: backend \"other\" is not a static backend; only static backends are "
                                + "supported in priority groups [Invalid]",
                        at(1, 2)
                                + "priority group 1: backend \"empty\" is not a static backend; only static backends are "
                                + "supported in priority groups [Invalid]",
                        at(1, 3) + "priority group 1: backend \"zero\": port cannot be empty for host [Invalid]",
                        at(1, 4) + "priority group 1: backend \"unread\": its hosts are not valid [Invalid]");
    }

    @Test
    void translate_aMemberThatValidationRefused_isReported() {
        Backend groups = Backend.of(ObjectMeta.of("shop", "all"), groups("near", "twice"));
        Backend near = backends.get("near");
        Backend twice = Backend.of(ObjectMeta.of("shop", "twice"), StaticBackend.of(Host.of("192.0.2.30", 80)));
        Backend again = Backend.of(ObjectMeta.of("shop", "twice"), StaticBackend.of(Host.of("192.0.2.31", 80)));

        TranslationResult result =
                BackendTranslator.create().translate(ResourceSet.of(groups, near, twice, again, backends.get("far")));

        assertThat(result.clusters())
                .extracting(Cluster::getName)
                .containsExactly("backend_shop_far_0", "backend_shop_near_0");
        assertThat(result.diagnostics()
                        .forResource(new ResourceKey(Backend.GROUP, Backend.KIND, "shop", "all"))
                        .all())
                .extracting(Diagnostic::toString)
                .containsExactly(at(0, 1) + "Backend shop/twice: validation refused it [Invalid]");
    }

    private void putBadMembers() {
        put("all", badGroups());
        put("nested", groups("near"));
        put("other", new UnrecognizedBackend("carrierPigeon", Map.of()));
        put("empty", null);
        put("zero", StaticBackend.of(Host.of("192.0.2.10", 0), Host.of("192.0.2.10", 70_000)));
        put("unread", StaticBackendBuilder.builder().build());
    }

    private static PriorityGroupsBackend badGroups() {
        return PriorityGroupsBackend.of(
                PriorityGroup.of("gone", "near", "all"),
                PriorityGroup.of("nested", "other", "empty", "zero", "unread"));
    }

    private static String at(int group, int ref) {
        return "ERROR Backend shop/all: spec.priorityGroups[" + group + "].backendRefs[" + ref + "].name: ";
    }

    private static PriorityGroupsBackend groups(String... names) {
        return PriorityGroupsBackend.of(PriorityGroup.of(names));
    }

    private static StaticBackend speaking(AppProtocol protocol) {
        return StaticBackendBuilder.builder(StaticBackend.of(Host.of("192.0.2.20", 8080)))
                .appProtocol(protocol)
                .build();
    }

    private void put(String name, @Nullable BackendSource source) {
        backends.put(name, Backend.of(ObjectMeta.of("shop", name), source));
    }

    private LocalityLbEndpoints alone(String name) {
        TranslationContext context =
                TranslationContext.builder(ObjectMeta.of("shop", name)).build();
        return new StaticPlugin()
                .translate((StaticBackend) backends.get(name).spec().source(), context)
                .cluster()
                .getLoadAssignment()
                .getEndpoints(0);
    }

    private Cluster cluster(TranslationSettings settings, PriorityGroupsBackend source) {
        Cluster cluster = translate(settings, source).cluster();
        assertThat(cluster).as(found::toString).isNotNull();
        return cluster;
    }

    private BackendTranslation translate(TranslationSettings settings, PriorityGroupsBackend source) {
        TranslationContext context = TranslationContext.builder(ObjectMeta.of("shop", "all"))
                .settings(settings)
                .path(FieldPath.of("spec", "priorityGroups"))
                .lookup(lookup(settings))
                .build();
        BackendTranslation translation = PLUGIN.translate(source, context);
        context.diagnostics().all().stream().map(Diagnostic::toString).forEach(found::add);
        return translation;
    }

    /** What validation makes of the members. */
    private ResourceLookup lookup(TranslationSettings settings) {
        ValidResources resources = ValidResources.of(ResourceValidator.builder()
                .plugins(PluginRegistry.of(PLUGIN, new StaticPlugin()))
                .settings(settings)
                .build()
                .validate(ResourceSet.of(List.copyOf(backends.values()))));
        return new ResourceLookup() {
            @Override
            public @Nullable Secret secret(String namespace, String name) {
                return null;
            }

            @Override
            public @Nullable Backend backend(String namespace, String name) {
                return resources.find(new ResourceKey(Backend.GROUP, Backend.KIND, namespace, name), Backend.class);
            }

            @Override
            public @Nullable RefusedResource refused(ResourceKey key) {
                return resources.refused(key);
            }
        };
    }
}
