// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.BodyModel;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a model that belongs into the body. */
class BodyModelTest {
    private static final String TWO_MODELS = Llm.groups(
            "openai: {" + Llm.KEY + ", model: m1}",
            "openai: {authToken: {kind: SecretRef, secretRef: {name: other}}, model: m2}");

    @Test
    void filter_ofTheCaller_comesBeforeTheCredentialAndEndsTheWarnings() {
        TranslationResult result = translate(BodyModel.filter(named("example.model")));

        assertThat(Llm.filters(result.cluster()))
                .containsExactly(
                        "ai.prepare",
                        "ai.request",
                        "example.model",
                        "ai.endpoint",
                        "ai.cleanup",
                        "envoy.filters.http.upstream_codec");
        assertThat(Llm.filter(result.cluster(), "example.model")).isEqualTo(named("example.model"));
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void filter_whereThePathIsASecret_comesRightAfterThePreparation() {
        TranslationResult result = Llm.translate(
                Llm.SECURE.toBuilder()
                        .set(AiSettings.BODY_MODEL, BodyModel.filter(named("example.model")))
                        .set(AiSettings.REWRITE, RewriteMode.SECRET)
                        .build(),
                "{llm: {anthropic: {" + Llm.KEY + ", model: m}}}");

        assertThat(Llm.filters(result.cluster()))
                .containsExactly(
                        "ai.prepare",
                        "example.model",
                        "ai.authority",
                        "ai.path",
                        "ai.credential",
                        "envoy.filters.http.upstream_codec");
    }

    @Test
    void ignored_model_isNotWarnedOf() {
        assertThat(translate(BodyModel.IGNORE).diagnostics()).isEmpty();
        assertThat(translate(BodyModel.WARN).diagnostics().all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ai.prepare", "ai.request", "ai.credential", "envoy.filters.http.upstream_codec"})
    void filter_withANameThatIsNotItsOwn_isRefused(String name) {
        assertThatThrownBy(() -> BodyModel.filter(named(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: a name of its own");
    }

    @Test
    void filter_withoutConfiguration_isRefused() {
        assertThatThrownBy(() -> BodyModel.filter(
                        HttpFilter.newBuilder().setName("example").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the filter example has no typed_config");
    }

    @Test
    void text_ofAFilter_isItsNameAlone() {
        BodyModel filter = BodyModel.filter(named("example"));

        assertThat(filter)
                .hasToString("filter example")
                .isEqualTo(BodyModel.filter(named("example")))
                .hasSameHashCodeAs(BodyModel.filter(named("example")))
                .isNotEqualTo(BodyModel.filter(HttpFilter.newBuilder()
                        .setName("example")
                        .setTypedConfig(Any.getDefaultInstance())
                        .build()));
    }

    @Test
    void text_ofNoChoice_namesThem() {
        assertThat(BodyModel.parse("ignore")).isSameAs(BodyModel.IGNORE);
        assertThatThrownBy(() -> BodyModel.parse("filter example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'filter example' is not a choice (expected: WARN, IGNORE, INTERNAL_LISTENERS; a filter is given in code)");
    }

    private static TranslationResult translate(BodyModel model) {
        return Llm.translate(Llm.with(AiSettings.BODY_MODEL, model), TWO_MODELS, Llm.secret("other", "fake-other"));
    }

    private static HttpFilter named(String name) {
        return HttpFilter.newBuilder()
                .setName(name)
                .setTypedConfig(TypedConfigs.pack(HeaderMutation.getDefaultInstance()))
                .build();
    }
}
