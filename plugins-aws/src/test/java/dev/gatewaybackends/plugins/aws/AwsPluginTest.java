// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.ec2.Ec2AddressType;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Selection;
import dev.gatewaybackends.plugins.aws.ec2.TagFilter;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsAuthType;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsPluginTest {
    private static final AwsPlugin PLUGIN = new AwsPlugin(new Fleet());
    private static final TranslationSettings KGATEWAY =
            TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));
    private static final TranslationSettings WITH_EC2 =
            TranslationSettings.builder().set(AwsSettings.EC2_ENABLED, true).build();
    private static final AwsBackend FUNCTION =
            AwsBackend.lambda("us-east-1", "123456789012", AwsLambda.of("order-placed"));
    private static final AwsBackend MACHINES =
            AwsBackend.ec2("us-east-1", AwsEc2.of(8080, TagFilter.keyValue("app", "web")));

    @Test
    void discovery_moduleOnClassPath_findsThePluginAndItsSettings() {
        PluginRegistry registry = PluginRegistry.discover();

        assertThat(registry.find("aws")).isInstanceOf(AwsPlugin.class);
        assertThat(registry.setting("aws.ec2.enabled")).isSameAs(AwsSettings.EC2_ENABLED);
    }

    @Test
    void registry_pluginWithInstances_beatsTheDiscoveredOne() {
        assertThat(PluginRegistry.builder().discover().add(PLUGIN).build().find("aws"))
                .isSameAs(PLUGIN);
    }

    @Test
    void type_always_claimsItsMemberInEveryVersion() {
        assertThat(PLUGIN.type().member()).isEqualTo("aws");
        assertThat(PLUGIN.type().legacyTypes()).containsExactly("AWS");
        assertThat(PLUGIN.type().from()).isEqualTo(KgatewayVersion.V2_0);
        assertThat(PLUGIN.type().to()).isEqualTo(KgatewayVersion.MAIN);
    }

    @Test
    void requiresHttp_functionOnly_isTrue() {
        assertThat(PLUGIN.requiresHttp(FUNCTION)).isTrue();
        assertThat(PLUGIN.requiresHttp(MACHINES)).isFalse();
    }

    @Test
    void portOrigin_byService_saysWhereItComesFrom() {
        assertThat(PLUGIN.portOrigin(FUNCTION)).isEqualTo("takes the port from the endpoint of its function");
        assertThat(PLUGIN.portOrigin(MACHINES)).isEqualTo("defines its own port, 8080");
    }

    @Test
    void selection_byService_isThatOfTheInstances() {
        assertThat(AwsPlugin.selection(FUNCTION, WITH_EC2)).isNull();
        assertThat(AwsPlugin.selection(MACHINES, WITH_EC2))
                .isEqualTo(new Ec2Selection(
                        "us-east-1", 8080, Ec2AddressType.PRIVATE_IP, List.of(TagFilter.keyValue("app", "web"))));
        assertThat(AwsPlugin.selection(AwsBackend.ec2("us-east-1", AwsEc2.of(0)), KGATEWAY)
                        .port())
                .isEqualTo(80);
    }

    @Test
    void translator_typedFunction_makesItsCluster() {
        Cluster cluster = BackendTranslator.create()
                .translate(Backend.of(ObjectMeta.of("shop", "orders"), FUNCTION))
                .cluster();

        assertThat(cluster.getName()).isEqualTo("backend_shop_orders_0");
        assertThat(cluster)
                .isEqualTo(translate(FUNCTION, TranslationSettings.SECURE).cluster());
    }

    @Test
    void translate_ec2WithoutInstances_warnsAndHasNoEndpoints() {
        TranslationContext context = context(WITH_EC2);

        BackendTranslation translation = new AwsPlugin().translate(MACHINES, context);

        assertThat(translation.cluster()).isNotNull();
        assertThat(translation.loadAssignment().getEndpointsList()).isEmpty();
        assertThat(translation.conditions()).isEmpty();
        assertThat(context.diagnostics().warnings()).hasSize(1);
    }

    @Test
    void translate_ec2_hasEndpointsAndTheirCondition() {
        BackendTranslation translation = translate(MACHINES, WITH_EC2);

        assertThat(translation.loadAssignment().getClusterName()).isEqualTo("backend_shop_orders_0");
        assertThat(translation.loadAssignment().getEndpointsList())
                .extracting(locality -> locality.getLocality().getZone())
                .containsExactly("us-east-1a", "us-east-1b");
        assertThat(translation.conditions()).extracting(Condition::message).containsExactly("4 endpoints active");
    }

    @Test
    void translate_partsMissingThatValidationWouldMiss_areErrors() {
        AwsBackend neither = AwsBackendBuilder.builder().build();
        assertThat(errors(neither)).containsExactly("exactly one of the fields in [lambda ec2] must be set");
        assertThat(errors(withAuth(new AwsAuth(AwsAuthType.SECRET, null, null))))
                .containsExactly("aws auth secretRef is required when type is \"Secret\"");
        assertThat(errors(withAuth(new AwsAuth(AwsAuthType.ASSUME_ROLE, null, null))))
                .containsExactly(
                        "failed to create aws request signing config: assumeRole is required for \"AssumeRole\" auth");
        AwsBackend machines = AwsBackendBuilder.builder(MACHINES)
                .auth(new AwsAuth(AwsAuthType.SECRET, null, null))
                .build();
        assertThat(errors(machines)).containsExactly("aws auth secretRef is required when type is \"Secret\"");
    }

    private static AwsBackend withAuth(AwsAuth auth) {
        return AwsBackendBuilder.builder(FUNCTION).auth(auth).build();
    }

    private static List<String> errors(AwsBackend source) {
        TranslationContext context = context(WITH_EC2);
        assertThat(PLUGIN.translate(source, context).cluster()).isNull();
        return context.diagnostics().errors().stream().map(Diagnostic::message).toList();
    }

    @Test
    void translate_brokenEndpointThatWasNotValidated_isAnError() {
        AwsBackend broken = AwsBackend.lambda(
                "us-east-1",
                "123456789012",
                AwsLambdaBuilder.builder()
                        .functionName("order-placed")
                        .endpointUrl("https://h:x")
                        .build());

        assertThat(errors(broken)).containsExactly("it is no URL: invalid port \":x\" after host");
    }

    @Test
    void validate_kgatewaysWords_leaveTheEndpointToTranslation() {
        AwsBackend broken = AwsBackend.lambda(
                "us-east-1",
                "123456789012",
                AwsLambdaBuilder.builder()
                        .functionName("order-placed")
                        .endpointUrl("https://h:x")
                        .build());

        assertThat(findings(broken, KGATEWAY)).isEmpty();
        assertThat(findings(broken, TranslationSettings.SECURE)).hasSize(1);
    }

    private static List<Diagnostic> findings(AwsBackend source, TranslationSettings settings) {
        ValidationContext context = ValidationContext.builder(ObjectMeta.of("shop", "orders"))
                .settings(settings)
                .path(FieldPath.of("spec", "aws"))
                .build();
        PLUGIN.validate(source, context);
        return context.diagnostics().all();
    }

    /** Each of these costs its own Backend the cluster, and no other one a byte. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{accountId: '123456789012', lambda: {functionName: f}, auth: {type: Secret, secretRef: {name: none}}}",
                "{accountId: '123456789012', lambda: {functionName: f}, auth: {type: Secret, secretRef: {name: empty}}}",
                "{accountId: '123456789012', lambda: {functionName: f}, auth: {type: Secret}}",
                "{accountId: '123456789012', lambda: {functionName: f}, auth: {type: AssumeRole}}",
                "{accountId: '123456789012', lambda: {functionName: f, endpointURL: 'https://:1'}}",
                "{accountId: '123456789012', lambda: {functionName: f, endpointURL: 'https://h:70000'}}",
                "{accountId: '123456789012', lambda: {functionName: f, endpointURL: 'https://h:x'}}",
                "{accountId: '123456789012', lambda: {}}",
                "{lambda: {functionName: f}}",
                "{}",
                "{ec2: {}, lambda: {functionName: f}, accountId: '123456789012'}",
                "{ec2: {port: -1, filters: [{key: app}]}}",
                "{ec2: {port: 70000, filters: [{key: app}]}}",
                "{ec2: {filters: [{}]}}",
                "{ec2: {filters: [{key: app}]}, auth: {type: Secret, secretRef: {name: none}}}"
            })
    void translate_badNeighbour_costsOnlyItself(String bad) {
        String good = """
                apiVersion: v1
                kind: Secret
                metadata: {name: empty, namespace: shop}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: function, namespace: shop}
                spec: {aws: {accountId: "123456789012", lambda: {functionName: f}}}
                ---
                apiVersion: gateway.kgateway.dev/v1alpha1
                kind: Backend
                metadata: {name: machines, namespace: shop}
                spec: {aws: {ec2: {filters: [{key: app}]}}}
                """;
        for (TranslationSettings settings : List.of(
                WITH_EC2,
                KGATEWAY.toBuilder().set(AwsSettings.EC2_ENABLED, true).build())) {
            TranslationResult alone = translate(good, settings);
            TranslationResult together = translate(good + """
                    ---
                    apiVersion: gateway.kgateway.dev/v1alpha1
                    kind: Backend
                    metadata: {name: bad, namespace: shop}
                    spec:
                      aws: %s
                    """.formatted(bad), settings);

            assertThat(alone.clusters()).hasSize(2);
            assertThat(together.clusters()).isEqualTo(alone.clusters());
            assertThat(together.endpoints()).isEqualTo(alone.endpoints());
            assertThat(together.diagnostics().errors())
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error.resource()).hasToString("Backend shop/bad"));
            assertThat(together.resources().version("type.googleapis.com/envoy.config.cluster.v3.Cluster"))
                    .isEqualTo(alone.resources().version("type.googleapis.com/envoy.config.cluster.v3.Cluster"));
        }
    }

    private static TranslationResult translate(String yaml, TranslationSettings settings) {
        PluginRegistry plugins = PluginRegistry.builder().add(PLUGIN).build();
        return BackendTranslator.builder()
                .plugins(plugins)
                .settings(settings)
                .build()
                .translate(ResourceReader.builder().plugins(plugins).build().readText(yaml));
    }

    private static BackendTranslation translate(AwsBackend source, TranslationSettings settings) {
        TranslationContext context = context(settings);
        BackendTranslation translation = PLUGIN.translate(source, context);
        assertThat(context.diagnostics()).isEmpty();
        return translation;
    }

    private static TranslationContext context(TranslationSettings settings) {
        return TranslationContext.builder(ObjectMeta.of("shop", "orders"))
                .settings(settings)
                .path(FieldPath.of("spec", "aws"))
                .build();
    }
}
