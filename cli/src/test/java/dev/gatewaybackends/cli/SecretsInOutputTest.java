// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No output shows a token unless it is asked for, wherever the token travels. */
class SecretsInOutputTest {
    private static final String CANARY = "canary-token-that-must-not-show";
    private static final String INPUT = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: openai, namespace: llm}
            spec: {ai: {llm: {openai: {authToken: {kind: SecretRef, secretRef: {name: key}}}}}}
            ---
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: inline, namespace: llm}
            spec: {ai: {llm: {anthropic: {authToken: {kind: Inline, inline: CANARY}}}}}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: key, namespace: llm}
            stringData: {Authorization: CANARY}
            """.replace("CANARY", CANARY);

    static Stream<Arguments> outputs() {
        List<String[]> settings = List.of(
                new String[0],
                new String[] {"--set", "ai.rewrite=SECRET"},
                new String[] {"--set", "ai.token-placement=ENDPOINT_METADATA"},
                new String[] {"--profile", "kgateway", "--kgateway-version", "2.1"});
        return Stream.of("yaml", "json", "bootstrap")
                .flatMap(output -> settings.stream().map(options -> Arguments.of(output, options)));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void translate_withoutShowSecrets_hidesTokens(String output, String[] options) {
        GwbRunner.Result result = run(output, options);

        assertThat(result.out()).isNotEmpty().doesNotContain(CANARY);
        assertThat(result.err()).doesNotContain(CANARY);
    }

    @Test
    void translate_withShowSecrets_showsThem() {
        assertThat(run("yaml", "--show-secrets").out()).contains(CANARY);
        assertThat(run("bootstrap", "--show-secrets").out()).contains(CANARY).doesNotContain("environment_variable");
    }

    @Test
    void bootstrap_secretsBySds_areStaticAndComeFromTheEnvironment() {
        GwbRunner.Result result = run("bootstrap");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains(
                        "name: \"ai/llm/key#Authorization\"",
                        "environment_variable: AI_LLM_KEY_AUTHORIZATION",
                        "environment_variable: AI_LLM_INLINE_0_0")
                .doesNotContain("sds_config", "ads:");
        assertThat(result.err())
                .contains("the secret ai/llm/key#Authorization from the environment variable AI_LLM_KEY_AUTHORIZATION");
    }

    @Test
    void bootstrap_secretsFromFiles_needsNoVariable() {
        GwbRunner.Result result = run("bootstrap", "--set", "ai.sds-source=file:/secrets");

        assertThat(result.out())
                .contains("path: /secrets/ai_llm_key_Authorization.yaml")
                .doesNotContain("environment_variable");
    }

    @Test
    void bootstrap_clusterOfUnknownTypes_isLeftOut() {
        GwbRunner.Result result = run("bootstrap", "--profile", "kgateway", "--kgateway-version", "2.1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).doesNotContain("backend_llm_openai_0");
        assertThat(result.err())
                .contains("ERROR the cluster backend_llm_openai_0 is left out: with a type that it does not know, "
                        + "envoy.api.v2.filter.http.FilterTransformations");
    }

    @Test
    void json_vendorTypes_areNamed() {
        assertThat(run("json", "--profile", "kgateway", "--kgateway-version", "2.1")
                        .out())
                .contains("\"@type\" : \"type.googleapis.com/envoy.api.v2.filter.http.FilterTransformations\"");
    }

    private static GwbRunner.Result run(String output, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "translate";
        arguments[1] = "-o";
        arguments[2] = output;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return GwbRunner.run(INPUT, arguments);
    }
}
