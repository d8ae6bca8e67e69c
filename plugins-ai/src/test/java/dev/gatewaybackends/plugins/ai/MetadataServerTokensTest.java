// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.plugins.ai.settings.VertexTokens;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens of Vertex AI that come from the metadata server. */
class MetadataServerTokensTest {
    private static final String FILTER = "envoy.filters.http.gcp_authn";
    private static final TranslationSettings SETTINGS = Llm.SECURE.toBuilder()
            .set(AiSettings.VERTEX_TOKENS, VertexTokens.METADATA_SERVER)
            .set(AiSettings.ENVOY_VERSION, EnvoyVersion.of(39))
            .build();
    private static final String ABSENT = "authToken: {kind: SecretRef, secretRef: {name: absent}}";

    @ParameterizedTest
    @EnumSource(TokenPlacement.class)
    void vertex_whereverTokensTravel_hasNoTokenOfItsOwnAndAsksForAnAccessToken(TokenPlacement placement)
            throws InvalidProtocolBufferException {
        TranslationResult result = Llm.translate(
                SETTINGS.toBuilder().set(AiSettings.TOKEN_PLACEMENT, placement).build(),
                "{llm: {" + vertex(ABSENT) + "}}");

        Cluster cluster = result.cluster();
        assertThat(cluster.getMetadata().getTypedFilterMetadataMap()).containsOnlyKeys(FILTER);
        assertThat(result.secrets()).isEmpty();
        assertThat(Llm.filters(cluster))
                .containsExactly("ai.prepare", "ai.request", "envoy.filters.http.upstream_codec");
        assertThat(removed(cluster)).contains("x-goog-api-key").doesNotContain("authorization");
        Requirements requirements = result.requirements(result.backends().get(0));
        assertThat(requirements.listener().httpFilters())
                .extracting(HttpFilter::getName)
                .containsExactly("gcp.strip", FILTER);
        assertThat(requirements.route().typedPerFilterConfig()).containsOnlyKeys("gcp.strip");
        assertThat(requirements.proxy().extraClusters())
                .extracting(Cluster::getName)
                .containsExactly("gcp_authn");
        assertThat(Llm.reasons(result)).containsExactly("AiTokenUnused");
    }

    @Test
    void inlineToken_isInNothing() {
        TranslationResult result =
                Llm.translate(SETTINGS, "{llm: {" + vertex("authToken: {kind: Inline, inline: fake-canary}") + "}}");

        assertThat(Llm.bytes(result.cluster())).doesNotContain("fake-canary");
        assertThat(result.secrets()).isEmpty();
    }

    @Test
    void passthrough_keepsTheClientsToken() {
        TranslationResult result = Llm.translate(SETTINGS, "{llm: {" + vertex("authToken: {kind: Passthrough}") + "}}");

        assertThat(result.cluster().hasMetadata()).isFalse();
        assertThat(result.requirements(result.backends().get(0)).listener().httpFilters())
                .isEmpty();
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void otherProviders_areNotConcerned() {
        TranslationResult result =
                Llm.translate(SETTINGS, "{llm: {gemini: {" + Llm.KEY + ", model: m, apiVersion: v1beta}}}");

        assertThat(result.cluster().hasMetadata()).isFalse();
        assertThat(Llm.filters(result.cluster())).contains("ai.credential");
        assertThat(result.requirements(result.backends().get(0)).proxy().extraClusters())
                .isEmpty();
    }

    @Test
    void olderEnvoy_isRefusedByName() {
        TranslationResult result = Llm.translate(
                SETTINGS.toBuilder()
                        .set(AiSettings.ENVOY_VERSION, EnvoyVersion.of(38))
                        .build(),
                "{llm: {" + vertex(ABSENT) + "}}");

        assertThat(result.clusters()).isEmpty();
        assertThat(result.diagnostics().toString())
                .contains("Envoy 1.38 gets no access tokens from a metadata server (expected: ai.envoy-version 1.39 or "
                        + "later, or ai.vertex-tokens BACKEND) [AiTargetVersion]");
    }

    @Test
    void headerOfTheEntry_isRefused() {
        TranslationResult result =
                Llm.translate(SETTINGS, "{llm: {" + vertex(ABSENT) + ", authHeader: {headerName: x-token}}}");

        assertThat(result.clusters()).isEmpty();
        assertThat(result.diagnostics().toString())
                .contains(
                        "spec.ai.llm.authHeader: a token of the metadata server is always sent as Authorization: Bearer");
    }

    private static String vertex(String token) {
        return "vertexai: {" + token + ", model: m, apiVersion: v1, projectId: p, location: eu, publisher: GOOGLE}";
    }

    private static List<String> removed(Cluster cluster) throws InvalidProtocolBufferException {
        return Llm.filter(cluster, "ai.prepare")
                .getTypedConfig()
                .unpack(HeaderMutation.class)
                .getMutations()
                .getRequestMutationsList()
                .stream()
                .map(mutation -> mutation.getRemove())
                .toList();
    }
}
