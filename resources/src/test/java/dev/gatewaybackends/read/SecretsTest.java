// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.v1.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be a credential is in no diagnostic and in no string form. */
class SecretsTest {
    private static final String CANARY = "hunter2";
    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: s, namespace: ns, annotations: {last: %1$s}}
            """;

    private static Stream<String> texts() {
        String secret = SECRET.formatted(CANARY);
        return Stream.of(
                secret
                        + "data: {a: hunter2, b: 12, c: [hunter2], d: {hunter2: hunter2}}\nstringData: [hunter2]\ntype: {a: hunter2}\n",
                secret + "data: hunter2\nstringData: {a: hunter2, a: hunter2}\nother: hunter2\n",
                secret + "stringData: {a: *hunter2}\n",
                secret + "stringData: {a: !hunter2 x}\n",
                secret + "stringData: {a: !hunter2}\n",
                secret + "stringData: {a: !!hunter2 x}\n",
                secret + "stringData: {a: !hunter2!x y}\n",
                secret + "stringData: {a: !<hunter2> y}\n",
                secret + "stringData: {a: &hunter2 x, b: *hunter3}\n",
                secret + "stringData: {a: \"hunter2\\x\", b: c}\n",
                secret + "stringData: {a: \"hunter2\\q\", b: c}\n",
                secret + "stringData: {a: \"hunter2\"hunter2}\n",
                secret + "stringData: {a: 'hunter2\n",
                secret + "stringData: {a: hunter2: hunter2: [}\n",
                secret + "stringData: hunter2: hunter2\n",
                secret + "stringData:\n  a: hunter2\n hunter2\n",
                secret + "stringData:\n  a: @hunter2\n",
                secret + "stringData:\n  a: %hunter2\n",
                secret + "stringData:\n  a: |hunter2\n    x\n",
                secret + "stringData:\n  a: hunter2\u0007\n",
                secret + "%hunter2\n",
                "%TAG !hunter2! x\n%TAG !hunter2! x\n---\n" + secret,
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"stringData\":{\"a\":hunter2}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"stringData\":{\"a\":\"hunter2\" hunter2}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"stringData\":{\"a\":\"hunter2\\q\"}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"stringData\":{\"a\":\"hunter2",
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"stringData\":{\"a\":'hunter2'}}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"data\":{\"a\":12hunter2}}",
                queue(
                        "topic: [hunter2]\noptions: {a: {b: hunter2}}\nservers: hunter2\nnope: hunter2\ncapacity: hunter2"),
                queue("x")
                        .replaceFirst("(?s)spec:.*", "spec: {ai: {token: hunter2}, other: [hunter2], third: hunter2}"),
                "apiVersion: example.com/v1\nkind: Vault\nmetadata: {name: a}\nspec: {token: hunter2}\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void credential_inAnyDocument_isInNoDiagnosticAndNoStringForm(String text) {
        for (String source : new String[] {"text", "text.json"}) {
            ResourceSet resources = Manifests.READER.readText(text, source);

            assertThat(resources.diagnostics().toString()).doesNotContain("hunter");
            assertThat(resources.toString()).doesNotContain("hunter");
            assertThat(resources.all(KubernetesResource.class).toString()).doesNotContain("hunter");
            assertThat(resources.entries().size()
                            + resources.diagnostics().all().size())
                    .isPositive();
        }
    }

    @Test
    void credential_nextToATypeError_isStillRead() {
        ResourceSet resources = Manifests.read(SECRET.formatted("x") + "stringData: {a: hunter2, b: 12}\ntype: [x]\n");

        assertThat(resources.diagnostics().errors()).hasSize(2);
        assertThat(resources.all(Secret.class).get(0).stringData())
                .containsOnlyKeys("a")
                .containsValue(CANARY);
    }

    @Test
    void credential_writing_isInFull() {
        String text = SECRET.formatted("x") + "stringData: {a: hunter2}\n";
        ResourceCodec codec = ResourceCodec.of(QueueBackend.PLUGINS);

        assertThat(codec.toYaml(Manifests.read(text))).contains("a: hunter2");
        assertThat(codec.toYaml(codec.read(text, Secret.class))).contains("a: hunter2");
    }
}
