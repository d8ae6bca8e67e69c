// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.benchmarks;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.plugins.ai.AiPlugin;
import dev.gatewaybackends.plugins.ai.model.AiBackend;
import dev.gatewaybackends.plugins.ai.model.LlmProvider;
import dev.gatewaybackends.plugins.ai.model.LlmProviderBuilder;
import dev.gatewaybackends.plugins.ai.model.NamedLlmProvider;
import dev.gatewaybackends.plugins.ai.model.OpenAiConfig;
import dev.gatewaybackends.plugins.ai.model.PriorityGroup;
import dev.gatewaybackends.plugins.ai.model.SingleAuthToken;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.spi.ResourceLookup;
import dev.gatewaybackends.spi.TranslationContext;
import dev.gatewaybackends.translate.BackendTranslator;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One typed {@code ai} Backend of three groups with three providers; the baseline builds the same cluster by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AiGroups {
    private static final int GROUPS = 3;

    private final AiPlugin plugin = new AiPlugin();
    private final BackendTranslator translator = BackendTranslator.create();
    private final FieldPath path = FieldPath.of("spec", "ai");
    private final ObjectMeta metadata = ObjectMeta.of("llm", "chat");
    private final Secret secret = SecretBuilder.builder()
            .metadata(ObjectMeta.of("llm", "key"))
            .stringData(Map.of("Authorization", "fake-key"))
            .build();
    private final ResourceLookup lookup = new ResourceLookup() {
        @Override
        public Secret secret(String namespace, String name) {
            return secret;
        }

        @Override
        public @Nullable Backend backend(String namespace, String name) {
            return null;
        }
    };
    private final List<List<String>> hosts = hosts();
    private final AiBackend source = source();
    private final ResourceSet resources = ResourceSet.of(Backend.of(metadata, source), secret);

    private static List<List<String>> hosts() {
        List<List<String>> hosts = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < GROUPS; i++) {
                members.add("llm-" + group + "-" + i + ".example.com");
            }
            hosts.add(members);
        }
        return hosts;
    }

    private AiBackend source() {
        LlmProvider openai = LlmProvider.of(new OpenAiConfig(SingleAuthToken.secretRef("key"), null));
        PriorityGroup[] groups = new PriorityGroup[GROUPS];
        for (int group = 0; group < GROUPS; group++) {
            NamedLlmProvider[] providers = new NamedLlmProvider[GROUPS];
            for (int i = 0; i < GROUPS; i++) {
                providers[i] = NamedLlmProvider.of(
                        "p" + group + "-" + i,
                        LlmProviderBuilder.builder(openai)
                                .host(hosts.get(group).get(i))
                                .port(443)
                                .build());
            }
            groups[group] = PriorityGroup.of(providers);
        }
        return AiBackend.ofGroups(groups);
    }

    /** Checks that both ways make the same cluster. */
    @Setup
    public void check() {
        Cluster byHand = handWritten();
        if (!byHand.equals(translate()) || !byHand.equals(validateTranslateAndCheck())) {
            throw new IllegalStateException("the baseline makes another cluster");
        }
    }

    /** The baseline: Envoy's own builders. */
    @Benchmark
    public Cluster handWritten() {
        return HandWrittenAi.cluster("backend_llm_chat_0", "ai/llm/key#Authorization", hosts);
    }

    /** The translation alone: the plugin with a context of its own. */
    @Benchmark
    public Cluster translate() {
        TranslationContext context =
                TranslationContext.builder(metadata).path(path).lookup(lookup).build();
        Cluster translated = plugin.translate(source, context).cluster();
        if (translated == null) {
            throw new IllegalStateException("rejected");
        }
        return translated;
    }

    /** What a user calls: validation, translation and Envoy rules. */
    @Benchmark
    public Cluster validateTranslateAndCheck() {
        return translator.translate(resources).cluster();
    }
}
