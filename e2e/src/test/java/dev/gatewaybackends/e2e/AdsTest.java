// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.PluginRegistry;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import dev.gatewaybackends.translate.XdsResources;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a translation yields, served to Envoy by a management server. */
class AdsTest {
    private static final String CHAT = "backend_llm_chat_0";
    private static final String WEB = "backend_default_web_0";

    @TempDir
    private Path directory;

    @Test
    void rotatedSecret_nextRequest_carriesTheNewTokenAndTheClusterIsNotTouched() {
        try (LlmServer provider = LlmServer.start();
                AdsServer management = AdsServer.start()) {
            TranslationResult before = translate(chat("fake-old", provider));
            management.serve(before);
            try (EnvoyProcess envoy = management.startEnvoy(directory)) {
                assertThat(LlmClient.post(envoy.port(), CHAT))
                        .as(envoy::toString)
                        .isEqualTo(200);
                assertThat(provider.requests().get(0).header("Authorization")).isEqualTo("Bearer fake-old");

                TranslationResult after = translate(chat("fake-new", provider));
                assertThat(after.resources().version(XdsResources.CLUSTER))
                        .isEqualTo(before.resources().version(XdsResources.CLUSTER));
                assertThat(after.resources().version(XdsResources.SECRET))
                        .isNotEqualTo(before.resources().version(XdsResources.SECRET));
                management.serve(after);

                assertThat(Polling.until(() -> {
                            LlmClient.post(envoy.port(), CHAT);
                            List<LlmServer.Request> requests = provider.requests();
                            return "Bearer fake-new"
                                    .equals(requests.get(requests.size() - 1).header("Authorization"));
                        }))
                        .as(envoy::toString)
                        .isTrue();
                assertThat(envoy.stats("cluster_manager.(cluster_|cds.update_rejected)"))
                        .containsEntry("cluster_manager.cluster_added", 2L)
                        .containsEntry("cluster_manager.cluster_modified", 0L)
                        .containsEntry("cluster_manager.cds.update_rejected", 0L);
            }
        }
    }

    @Test
    void missingSecret_ofOneBackend_leavesTheOthersServing() {
        try (LlmServer provider = LlmServer.start();
                AdsServer management = AdsServer.start()) {
            TranslationResult result =
                    translate(chat("fake-key", provider).backend("broken", openai("missing", provider)));
            assertThat(result.diagnostics().errors())
                    .singleElement()
                    .asString()
                    .contains("Secret llm/missing not found [SecretNotFound]");
            management.serve(result);
            try (EnvoyProcess envoy = management.startEnvoy(directory)) {
                assertThat(LlmClient.post(envoy.port(), CHAT))
                        .as(envoy::toString)
                        .isEqualTo(200);
                assertThat(LlmClient.post(envoy.port(), "backend_llm_broken_0")).isEqualTo(503);
            }
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Test
    void replacedInstance_ofEc2_isServedThroughTheEndpointsAlone() {
        Ec2Instance first = instance("i-1", "127.0.0.1");
        Ec2Instance second = instance("i-2", "127.0.0.2");
        AtomicReference<Ec2Listing> listing = new AtomicReference<>(Ec2Inventory.of(List.of(first)));
        BackendTranslator translator = BackendTranslator.builder()
                .plugins(PluginRegistry.builder()
                        .discover()
                        .add(new AwsPlugin(scope -> listing.get()))
                        .build())
                .settings(TranslationSettings.builder()
                        .set(AwsSettings.EC2_ENABLED, true)
                        .build())
                .build();
        try (HttpUpstream one = HttpUpstream.start("one");
                HttpUpstream two = HttpUpstream.start("two", new InetSocketAddress(second.privateIp(), one.port()));
                AdsServer management = AdsServer.start()) {
            Manifest manifest = Manifest.example("ec2.yaml").withPort(8080, one.port());
            management.serve(translate(translator, manifest));
            try (EnvoyProcess envoy = management.startEnvoy(directory)) {
                assertThat(Requests.get(envoy.port(), WEB)).as(envoy::toString).isEqualTo(one.answerFor(WEB));

                listing.set(Ec2Inventory.of(List.of(second)));
                management.serve(translate(translator, manifest));

                assertThat(Polling.until(() -> Requests.get(envoy.port(), WEB).equals(two.answerFor(WEB))))
                        .as(envoy::toString)
                        .isTrue();
                assertThat(envoy.stats("cluster_manager.cluster_modified"))
                        .containsEntry("cluster_manager.cluster_modified", 0L);
            }
        }
    }

    private static Ec2Instance instance(String id, String address) {
        return new Ec2Instance(id, "us-east-1a", address, null, Map.of("app", "web"));
    }

    private static LlmManifest chat(String token, LlmServer provider) {
        return new LlmManifest().secret("key", token).backend("chat", openai("key", provider));
    }

    private static String openai(String secret, LlmServer provider) {
        return "{llm: {openai: {" + LlmManifest.token(secret) + "}, host: 127.0.0.1, port: " + provider.port() + "}}";
    }

    private static TranslationResult translate(LlmManifest manifest) {
        return translate(BackendTranslator.create(), manifest.build());
    }

    private static TranslationResult translate(BackendTranslator translator, Manifest manifest) {
        return translator.translate(ResourceReader.create().readText(manifest.text()));
    }
}
