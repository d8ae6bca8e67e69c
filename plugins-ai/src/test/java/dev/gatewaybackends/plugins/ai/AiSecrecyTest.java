// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.plugins.ai.model.AiBackend;
import dev.gatewaybackends.plugins.ai.model.LlmProvider;
import dev.gatewaybackends.plugins.ai.model.NamedLlmProvider;
import dev.gatewaybackends.plugins.ai.model.OpenAiConfig;
import dev.gatewaybackends.plugins.ai.model.PriorityGroup;
import dev.gatewaybackends.plugins.ai.model.SingleAuthToken;
import dev.gatewaybackends.plugins.ai.model.Token;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.TranslationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token shows in SDS secrets, and nowhere else unless it was asked for. */
class AiSecrecyTest {
    private static final String CANARY = "canary-token-that-must-not-show";
    private static final String INLINE = "authToken: {kind: Inline, inline: " + CANARY + "}";
    private static final String SECRET = "authToken: {kind: SecretRef, secretRef: {name: canary}}";

    static Stream<String> providers() {
        return Stream.of(INLINE, SECRET)
                .flatMap(token -> Stream.of(
                        "openai: {" + token + "}",
                        "azureopenai: {" + token + ", endpoint: x.example, deploymentName: d, apiVersion: v}",
                        "anthropic: {" + token + "}",
                        "gemini: {" + token + ", model: m, apiVersion: v}",
                        "vertexai: {" + token
                                + ", model: m, apiVersion: v, projectId: p, location: eu, publisher: GOOGLE}"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void token_ofAnyProvider_isInTheSecretsAlone(String provider) {
        for (TranslationSettings settings : List.of(
                Llm.SECURE,
                Llm.with(AiSettings.REWRITE, RewriteMode.SECRET),
                Llm.with(AiSettings.REWRITE, RewriteMode.OFF),
                Llm.with(AiSettings.ENVOY_VERSION, EnvoyVersion.of(35)))) {
            TranslationResult result = translate(settings, "{llm: {" + provider + "}}");

            assertThat(result.clusters()).hasSize(1);
            assertThat(shown(result)).doesNotContain(CANARY);
            assertThat(result.secrets())
                    .anySatisfy(secret -> assertThat(Llm.bytes(secret)).contains(CANARY));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void token_inMetadataAsAskedFor_isInTheClusterAlone(String provider) {
        for (TranslationSettings settings :
                List.of(Llm.KGATEWAY, Llm.with(AiSettings.TOKEN_PLACEMENT, TokenPlacement.ENDPOINT_METADATA))) {
            TranslationResult result = translate(settings, "{llm: {" + provider + "}}");

            assertThat(result.secrets()).isEmpty();
            assertThat(Llm.bytes(result.cluster())).contains(CANARY);
            assertThat(result.diagnostics().toString())
                    .contains("[AiTokenExposed]")
                    .doesNotContain(CANARY);
            assertThat(result.status(result.backends().get(0)).toString()).doesNotContain(CANARY);
        }
    }

    @Test
    void badTokens_ofAnyKind_showInNoDiagnostic() {
        for (TranslationSettings settings : List.of(Llm.SECURE, Llm.KGATEWAY)) {
            for (String ai : List.of(
                    "{llm: {openai: {authToken: {kind: Inline, inline: \"" + CANARY + "\\nx\"}}}}",
                    "{llm: {openai: {authToken: {kind: Passthrough, inline: " + CANARY + "}}}}",
                    "{llm: {openai: {authToken: {kind: SecretRef, inline: " + CANARY + "}}}}",
                    "{llm: {openai: {authToken: {kind: SecretRef, secretRef: {name: two-lines}}}}}",
                    "{llm: {openai: {authToken: {kind: Inline, inline: [" + CANARY + "]}}}}",
                    "{llm: {openai: {authToken: {kind: Inline, inline: {a: " + CANARY + "}}}}}")) {
                TranslationResult result =
                        Llm.translate(settings, ai, Llm.secret("two-lines", CANARY + "\\n" + CANARY));

                assertThat(result.clusters()).as(ai).isEmpty();
                assertThat(result.diagnostics().hasErrors()).isTrue();
                assertThat(shown(result)).doesNotContain(CANARY);
            }
        }
    }

    @Test
    void text_ofEverythingWithAToken_hidesIt() {
        OpenAiConfig config = new OpenAiConfig(SingleAuthToken.inline(CANARY), null);
        AiBackend backend = AiBackend.ofGroups(PriorityGroup.of(NamedLlmProvider.of("a", config)));

        assertThat(backend.toString())
                .contains("SingleAuthToken[kind=Inline, inline=[REDACTED], secretRef=null]")
                .doesNotContain(CANARY);
        assertThat(AiBackend.of(LlmProvider.of(config)).toString()).doesNotContain(CANARY);
        assertThat(new Token(CANARY).toString()).isEqualTo("[REDACTED]");
        assertThat(SingleAuthToken.passthrough().toString()).contains("inline=null");
    }

    private static TranslationResult translate(TranslationSettings settings, String ai) {
        return Llm.translate(settings, ai, Llm.secret("canary", "Bearer " + CANARY));
    }

    private static String shown(TranslationResult result) {
        StringBuilder shown = new StringBuilder(result.diagnostics().toString());
        result.clusters().forEach(cluster -> shown.append(Llm.bytes(cluster)));
        result.backends().forEach(backend -> {
            shown.append(result.status(backend));
            result.requirements(backend)
                    .route()
                    .streamingPerFilterConfig()
                    .values()
                    .forEach(shown::append);
        });
        return shown.toString();
    }
}
