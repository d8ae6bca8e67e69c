// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.plugins.ai.model.AiBackend;
import dev.gatewaybackends.plugins.ai.model.HostOverride;
import dev.gatewaybackends.plugins.ai.model.LlmProvider;
import dev.gatewaybackends.plugins.ai.model.LlmProviderBuilder;
import dev.gatewaybackends.plugins.ai.model.MultiPoolConfig;
import dev.gatewaybackends.plugins.ai.model.NamedLlmProvider;
import dev.gatewaybackends.plugins.ai.model.OpenAiConfig;
import dev.gatewaybackends.plugins.ai.model.PathOverride;
import dev.gatewaybackends.plugins.ai.model.Priority;
import dev.gatewaybackends.plugins.ai.model.PriorityGroup;
import dev.gatewaybackends.plugins.ai.model.SingleAuthToken;
import dev.gatewaybackends.plugins.ai.model.SupportedLlmProviderBuilder;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.EnvoyVersion;
import dev.gatewaybackends.plugins.ai.settings.RewriteMode;
import dev.gatewaybackends.plugins.ai.settings.TokenPlacement;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning;
import io.envoyproxy.envoy.extensions.filters.http.header_mutation.v3.HeaderMutation;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of {@code ai} Backends, from the outside. */
class AiPluginTest {
    private static final String OPENAI = "openai: {" + Llm.KEY + "}";
    private static final String GEMINI = "gemini: {" + Llm.KEY + ", model: gemini-2.5-pro, apiVersion: v1beta}";

    @Test
    void missingSecret_ofATokenInMetadata_isReportedOnce() {
        TranslationResult result = Llm.translate(
                Llm.with(AiSettings.TOKEN_PLACEMENT, TokenPlacement.ENDPOINT_METADATA),
                "{llm: {openai: {authToken: {kind: SecretRef, secretRef: {name: nope}}}}}");

        assertThat(result.diagnostics().errors())
                .extracting(Diagnostic::message)
                .containsExactly("Secret llm/nope not found");
    }

    @Test
    void lineEnd_ofATokenInMetadata_isReportedOnce() {
        TranslationResult result = Llm.translate(
                Llm.with(AiSettings.TOKEN_PLACEMENT, TokenPlacement.ENDPOINT_METADATA),
                "{llm: {openai: {authToken: {kind: SecretRef, secretRef: {name: two}}}}}",
                Llm.secret("two", "fake\\n"));

        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .filteredOn(message -> message.startsWith("the line end"))
                .hasSize(1);
    }

    @Test
    void discovery_moduleOnClassPath_findsThePluginAndItsType() {
        AiPlugin plugin = (AiPlugin) PluginRegistry.discover().plugins().stream()
                .filter(AiPlugin.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(plugin.type().member()).isEqualTo("ai");
        assertThat(plugin.type().legacyTypes()).containsExactly("AI");
        assertThat(plugin.type().from()).isEqualTo(KgatewayVersion.V2_0);
        assertThat(plugin.type().to()).isEqualTo(KgatewayVersion.V2_1);
        assertThat(plugin.requiresHttp(
                        AiBackend.of(LlmProvider.of(new OpenAiConfig(SingleAuthToken.passthrough(), null)))))
                .isTrue();
    }

    @Test
    void ports_severalProviders_areAllNamed() {
        AiBackend backend = AiBackend.ofGroups(PriorityGroup.of(
                NamedLlmProvider.of("a", new OpenAiConfig(SingleAuthToken.passthrough(), null)),
                NamedLlmProvider.of(
                        "b",
                        LlmProviderBuilder.builder(
                                        LlmProvider.of(new OpenAiConfig(SingleAuthToken.passthrough(), null)))
                                .host("x.example")
                                .port(8080)
                                .build())));

        assertThat(new AiPlugin().portOrigin(backend)).isEqualTo("defines its own ports, 443, 8080");
    }

    @Test
    void spellings_ofTheSameProviders_makeTheSameCluster() {
        String current = Llm.groups(
                "openai: {" + Llm.KEY + ", model: gpt-4o}, host: x.example, port: 443",
                "openai: {" + Llm.KEY + ", model: gpt-4}, host: y.example, port: 443");
        String legacy = "{multipool: {priorities: [{pool: [{provider: {openai: {" + Llm.KEY
                + ", model: gpt-4o}}, hostOverride: {host: x.example, port: 443}}]}, {pool: [{provider: {openai: {"
                + Llm.KEY + ", model: gpt-4}}, hostOverride: {host: y.example, port: 443}}]}]}}";

        for (TranslationSettings settings : List.of(Llm.SECURE, Llm.KGATEWAY)) {
            Cluster expected = withoutNames(Llm.translate(settings, current).cluster());
            assertThat(Llm.translate(settings, legacy).cluster()).isEqualTo(expected);
        }
    }

    @Test
    void spellingBetweenReleases_pathAndHeader_countAsInTheCurrentOne() {
        String between = "{llm: {provider: {openai: {" + Llm.KEY
                + "}}, pathOverride: {fullPath: /api}, authHeaderOverride: {headerName: x-key, prefix: 'k '}}}";
        String current = "{llm: {" + OPENAI + ", path: {full: /api}, authHeader: {headerName: x-key, prefix: 'k '}}}";

        assertThat(Llm.translate(Llm.SECURE, between).cluster())
                .isEqualTo(Llm.translate(Llm.SECURE, current).cluster());
    }

    @Test
    void currentSpelling_ofLegacyGroups_hasNamesAndTheSameMeaning() {
        AiBackend legacy = new AiBackend(
                null,
                new MultiPoolConfig(List.of(new Priority(List.of(LlmProviderBuilder.builder()
                        .provider(SupportedLlmProviderBuilder.builder()
                                .openai(new OpenAiConfig(SingleAuthToken.secretRef("key"), "m"))
                                .build())
                        .hostOverride(new HostOverride("x.example", 8443, null))
                        .pathOverride(new PathOverride(null, "/p"))
                        .build())))),
                null);

        assertThat(legacy.inCurrentSpelling())
                .isEqualTo(AiBackend.ofGroups(PriorityGroup.of(NamedLlmProvider.of(
                        "g0-p0",
                        LlmProviderBuilder.builder(
                                        LlmProvider.of(new OpenAiConfig(SingleAuthToken.secretRef("key"), "m")))
                                .host("x.example")
                                .port(8443)
                                .path(PathOverride.of("/p"))
                                .build()))));
        assertThat(legacy.inCurrentSpelling().inCurrentSpelling()).isEqualTo(legacy.inCurrentSpelling());
    }

    @Test
    void secretWithBearerAndLineEnd_token_isSentWithoutEither() {
        TranslationResult result = Llm.translate(
                Llm.SECURE,
                "{llm: {openai: {authToken: {kind: SecretRef, secretRef: {name: other}}}}}",
                Llm.secret("other", "Bearer fake-x\\n"));

        assertThat(result.secrets())
                .singleElement()
                .extracting(secret -> secret.getGenericSecret().getSecret().getInlineString())
                .isEqualTo("fake-x");
        assertThat(Llm.bytes(result.cluster())).doesNotContain("fake-x");
    }

    @Test
    void failover_threeKeys_changesOnlyTheCredential() {
        TranslationResult result = Llm.translate(
                Llm.SECURE,
                Llm.groups(
                        "openai: {authToken: {kind: SecretRef, secretRef: {name: a}}, model: m1}",
                        "openai: {authToken: {kind: SecretRef, secretRef: {name: b}}, model: m2}",
                        "openai: {authToken: {kind: SecretRef, secretRef: {name: c}}, model: m3}"),
                Llm.secret("a", "fake-a"),
                Llm.secret("b", "fake-b"),
                Llm.secret("c", "fake-c"));

        Cluster cluster = result.cluster();
        assertThat(cluster.getLoadAssignment().getEndpointsList())
                .extracting(locality -> locality.getPriority())
                .containsExactly(0, 1, 2);
        assertThat(Llm.filters(cluster))
                .containsExactly(
                        "ai.prepare", "ai.request", "ai.endpoint", "ai.cleanup", "envoy.filters.http.upstream_codec");
        assertThat(Llm.metadata(cluster, "ai.backend"))
                .extracting(metadata -> metadata.get("variant"))
                .containsExactly("v0", "v1", "v2");
        assertThat(Llm.metadata(cluster, "ai.backend"))
                .allSatisfy(metadata -> assertThat(metadata)
                        .containsEntry("authority", "api.openai.com")
                        .containsEntry("path", "/v1/chat/completions"));
        assertThat(Llm.reasons(result)).containsExactly("AiModelNotInjected", "AiModelsDiffer");
    }

    @Test
    void failover_oneKey_needsNoSelector() {
        Cluster lua =
                Llm.translate(Llm.SECURE, Llm.groups(OPENAI, OPENAI, OPENAI)).cluster();
        Cluster secret = Llm.translate(
                        Llm.with(AiSettings.REWRITE, RewriteMode.SECRET), Llm.groups(OPENAI, OPENAI, OPENAI))
                .cluster();

        assertThat(Llm.filters(lua))
                .containsExactly("ai.prepare", "ai.request", "ai.credential", "envoy.filters.http.upstream_codec");
        assertThat(Llm.filters(secret))
                .containsExactly(
                        "ai.prepare", "ai.authority", "ai.path", "ai.credential", "envoy.filters.http.upstream_codec");
        assertThat(Llm.metadata(lua, "ai.backend"))
                .allSatisfy(metadata -> assertThat(metadata).doesNotContainKey("variant"));
    }

    @Test
    void names_ofSeveralEntries_areThoseOfTheEndpointsSinceEnvoyTakesThem() {
        TranslationSettings newer = Llm.with(AiSettings.ENVOY_VERSION, EnvoyVersion.of(39));
        String legacy =
                "{multipool: {priorities: [{pool: [{provider: {" + OPENAI + "}}, {provider: {" + OPENAI + "}}]}]}}";

        assertThat(Llm.observabilityNames(
                        Llm.translate(newer, Llm.groups(OPENAI, OPENAI)).cluster()))
                .containsExactly("p0", "p1");
        assertThat(Llm.observabilityNames(
                        Llm.translate(newer, Llm.groups(OPENAI)).cluster()))
                .containsExactly("");
        assertThat(Llm.observabilityNames(Llm.translate(newer, legacy).cluster()))
                .containsExactly("", "");
        assertThat(Llm.observabilityNames(Llm.translate(
                                Llm.with(AiSettings.ENVOY_VERSION, EnvoyVersion.of(38)), Llm.groups(OPENAI, OPENAI))
                        .cluster()))
                .containsExactly("", "");
    }

    @Test
    void providersOfTwoKinds_inEitherProfile_areRefused() {
        String mixed = Llm.groups(OPENAI, "anthropic: {" + Llm.KEY + "}");

        TranslationResult secure = Llm.translate(Llm.SECURE, mixed);
        TranslationResult kgateway = Llm.translate(Llm.KGATEWAY, mixed);

        assertThat(secure.clusters()).isEmpty();
        assertThat(secure.secrets()).isEmpty();
        assertThat(Llm.reasons(secure)).containsExactly("AiProvidersMixed");
        assertThat(secure.diagnostics().toString()).contains("anthropic and openai");
        assertThat(kgateway.status(kgateway.backends().get(0))
                        .conditions()
                        .get(0)
                        .message())
                .isEqualTo("Backend error: \"multiple AI backend types found for single ai route map[anthropic:{} "
                        + "openai:{}]\"");
    }

    @Test
    void passthroughBesideAToken_isRefusedOnlyWhereItWouldLeak() {
        String mixed = Llm.groups("openai: {authToken: {kind: Passthrough}}", OPENAI);

        assertThat(Llm.reasons(Llm.translate(Llm.SECURE, mixed))).containsExactly("AiPassthroughMixed");
        assertThat(Llm.translate(Llm.KGATEWAY, mixed).clusters()).hasSize(1);
    }

    @Test
    void gemini_keyOfTheApi_isInNoPath() {
        TranslationResult result = Llm.translate(Llm.SECURE, "{llm: {" + GEMINI + "}}");

        assertThat(Llm.bytes(result.cluster())).doesNotContain("key=");
        assertThat(Llm.metadata(result.cluster(), "ai.backend"))
                .containsExactly(Map.of(
                        "provider", "gemini",
                        "authority", "generativelanguage.googleapis.com",
                        "path", "/v1beta/models/gemini-2.5-pro:generateContent",
                        "path_stream", "/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse"));
        assertThat(result.requirements(result.backends().get(0)).route().streamingPerFilterConfig())
                .containsOnlyKeys("ai.prepare");
    }

    @ParameterizedTest
    @CsvSource({
        "global, aiplatform.googleapis.com, global-aiplatform.googleapis.com",
        "us, aiplatform.us.rep.googleapis.com, us-aiplatform.googleapis.com",
        "eu, aiplatform.eu.rep.googleapis.com, eu-aiplatform.googleapis.com",
        "us-central1, us-central1-aiplatform.googleapis.com, us-central1-aiplatform.googleapis.com"
    })
    void vertex_location_decidesTheHost(String location, String secure, String kgateway) {
        String vertex = "{llm: {vertexai: {" + Llm.KEY + ", model: m, apiVersion: v1, projectId: p, location: "
                + location + ", publisher: GOOGLE}}}";

        assertThat(hosts(Llm.translate(Llm.SECURE, vertex))).containsExactly(secure);
        assertThat(hosts(Llm.translate(Llm.KGATEWAY, vertex))).containsExactly(kgateway);
    }

    @Test
    void bedrock_modelWithColon_isEncodedOnceAndSigned() throws InvalidProtocolBufferException {
        Cluster cluster = Llm.translate(
                        Llm.SECURE, "{llm: {bedrock: {model: 'anthropic.claude-3-5-sonnet-20240620-v1:0'}}}")
                .cluster();

        assertThat(Llm.metadata(cluster, "ai.backend").get(0))
                .containsEntry("path", "/model/anthropic.claude-3-5-sonnet-20240620-v1%3A0/converse")
                .containsEntry("path_stream", "/model/anthropic.claude-3-5-sonnet-20240620-v1%3A0/converse-stream");
        AwsRequestSigning signing =
                Llm.filter(cluster, "ai.credential").getTypedConfig().unpack(AwsRequestSigning.class);
        assertThat(signing.getServiceName()).isEqualTo("bedrock");
        assertThat(signing.getRegion()).isEqualTo("us-east-1");
        assertThat(signing.getHostRewrite()).isEqualTo("bedrock-runtime.us-east-1.amazonaws.com");
        assertThat(signing.hasCredentialProvider()).isFalse();
    }

    @Test
    void bedrock_pathAsSecret_isNotDoubled() {
        TranslationResult result =
                Llm.translate(Llm.with(AiSettings.REWRITE, RewriteMode.SECRET), "{llm: {bedrock: {model: 'a:b'}}}");

        assertThat(result.secrets())
                .extracting(Secret::getName)
                .containsExactly("ai/llm/chat#path-0-0", "ai/llm/chat#stream-0-0");
        assertThat(result.secrets().get(0).getGenericSecret().getSecret().getInlineString())
                .isEqualTo("/model/a%3Ab/converse");
    }

    @Test
    void plaintextEndpoint_withToken_isWarnedOfAndSpeaksHttp1() {
        TranslationResult result = Llm.translate(Llm.SECURE, "{llm: {" + OPENAI + ", host: x.example, port: 80}}");

        assertThat(Llm.reasons(result)).containsExactly("AiPlaintextCredential");
        assertThat(result.cluster().hasTransportSocket()).isFalse();
        assertThat(result.cluster().getTransportSocketMatchesCount()).isZero();
        assertThat(Llm.options(result.cluster()).getExplicitHttpConfig().hasHttpProtocolOptions())
                .isTrue();
    }

    @Test
    void tlsEndpoints_always_areVerifiedAndNegotiate() throws InvalidProtocolBufferException {
        Cluster cluster = Llm.translate(Llm.SECURE, "{llm: {" + OPENAI + "}}").cluster();

        assertThat(Llm.options(cluster).hasAutoConfig()).isTrue();
        UpstreamTlsContext tls = cluster.getTransportSocket().getTypedConfig().unpack(UpstreamTlsContext.class);
        assertThat(tls.getAutoHostSni()).isTrue();
        assertThat(tls.getAutoSniSanValidation()).isTrue();
        assertThat(tls.getCommonTlsContext()
                        .getValidationContext()
                        .getTrustedCa()
                        .getFilename())
                .isEqualTo("/etc/ssl/certs/ca-certificates.crt");
        assertThat(cluster.getTransportSocketMatches(0).getTransportSocket()).isEqualTo(cluster.getTransportSocket());
    }

    @Test
    void rotatedSecret_token_changesTheSecretsAlone() {
        String ai = "{llm: {openai: {authToken: {kind: SecretRef, secretRef: {name: other}}}}}";
        TranslationResult before = Llm.translate(Llm.SECURE, ai, Llm.secret("other", "fake-before"));
        TranslationResult after = Llm.translate(Llm.SECURE, ai, Llm.secret("other", "fake-after"));

        assertThat(after.cluster().toByteString()).isEqualTo(before.cluster().toByteString());
        assertThat(after.secrets()).isNotEqualTo(before.secrets());
        assertThat(after.secrets()).extracting(Secret::getName).containsExactly("ai/llm/other#Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-06-01", "2024-10-22"})
    void anthropicVersion_configured_overwritesTheClients(String version) throws InvalidProtocolBufferException {
        Cluster usual = Llm.translate(Llm.SECURE, "{llm: {anthropic: {" + Llm.KEY + "}}}")
                .cluster();
        Cluster configured = Llm.translate(
                        Llm.SECURE, "{llm: {anthropic: {" + Llm.KEY + ", apiVersion: '" + version + "'}}}")
                .cluster();

        assertThat(append(usual, "anthropic-version")).isEqualTo("2023-06-01 ADD_IF_ABSENT");
        assertThat(append(configured, "anthropic-version")).isEqualTo(version + " OVERWRITE_IF_EXISTS_OR_ADD");
    }

    private static String append(Cluster cluster, String header) throws InvalidProtocolBufferException {
        return Llm.filter(cluster, "ai.prepare")
                .getTypedConfig()
                .unpack(HeaderMutation.class)
                .getMutations()
                .getRequestMutationsList()
                .stream()
                .filter(mutation -> mutation.getAppend().getHeader().getKey().equals(header))
                .map(mutation -> mutation.getAppend().getHeader().getValue() + " "
                        + mutation.getAppend().getAppendAction())
                .findFirst()
                .orElse("");
    }

    @Test
    void kgatewayProfile_customUrl_putsNothingExtraOnTheEndpoint() {
        Cluster cluster = Llm.translate(
                        Llm.KGATEWAY,
                        "{llm: {" + OPENAI + ", host: test.example, port: 443, path: {full: /api/v1/chat/completions}, "
                                + "authHeader: {headerName: custom-header, prefix: custom-prefix}}}")
                .cluster();

        assertThat(Llm.metadata(cluster, "io.solo.transformation")).containsExactly(Map.of("auth_token", Llm.TOKEN));
        assertThat(Llm.metadata(cluster, "envoy.transport_socket_match")).containsExactly(Map.of("tls", "true"));
        assertThat(Llm.metadata(cluster, "ai.backend")).containsExactly(Map.of());
    }

    @ParameterizedTest
    @CsvSource({"80, false", "443, true", "11434, false"})
    void kgatewayProfile_port_decidesAboutTls(int port, boolean tls) {
        Cluster cluster = Llm.translate(Llm.KGATEWAY, Llm.groups(OPENAI + ", host: test.example, port: " + port))
                .cluster();

        assertThat(Llm.metadata(cluster, "envoy.transport_socket_match").get(0).containsKey("tls"))
                .isEqualTo(tls);
        assertThat(cluster.getTransportSocketMatchesList())
                .extracting(match -> match.getName())
                .containsExactly("tls", "plaintext");
        assertThat(cluster.hasTransportSocket()).isFalse();
        assertThat(cluster.getType()).isEqualTo(Cluster.DiscoveryType.STRICT_DNS);
        assertThat(cluster.hasMetadata()).isTrue();
        assertThat(Llm.filters(cluster))
                .containsExactly(
                        "io.kgateway.wait",
                        "ai.policy.transformation.kgateway.io",
                        "ai.backend.transformation.kgateway.io",
                        "envoy.filters.http.upstream_codec");
    }

    @Test
    void kgatewayProfile_vertex_tellsItsFiltersAll() {
        Cluster cluster = Llm.translate(
                        Llm.KGATEWAY,
                        "{llm: {vertexai: {authToken: {kind: Inline, inline: fake-inline}, model: gemini-1.5, apiVersion: v1, "
                                + "projectId: project, location: us-central1, publisher: GOOGLE}}}")
                .cluster();

        assertThat(Llm.metadata(cluster, "io.solo.transformation").get(0))
                .isEqualTo(Map.of(
                        "api_version", "v1",
                        "auth_token", "fake-inline",
                        "location", "us-central1",
                        "model", "gemini-1.5",
                        "project", "project",
                        "publisher", "google"));
    }

    @Test
    void kgatewayProfile_passthrough_hasAnEmptyToken() {
        assertThat(Llm.metadata(
                        Llm.translate(Llm.KGATEWAY, "{llm: {anthropic: {authToken: {kind: Passthrough}}}}")
                                .cluster(),
                        "io.solo.transformation"))
                .containsExactly(Map.of("auth_token", ""));
    }

    private static Cluster withoutNames(Cluster cluster) {
        Cluster.Builder builder = cluster.toBuilder();
        builder.getLoadAssignmentBuilder()
                .getEndpointsBuilderList()
                .forEach(locality -> locality.getLbEndpointsBuilderList().forEach(endpoint -> {
                    var metadata = endpoint.getMetadataBuilder();
                    if (metadata.containsFilterMetadata("ai.backend")) {
                        metadata.putFilterMetadata(
                                "ai.backend",
                                metadata.getFilterMetadataOrThrow("ai.backend").toBuilder()
                                        .removeFields("name")
                                        .build());
                    }
                }));
        return builder.build();
    }

    private static List<String> hosts(TranslationResult result) {
        return Llm.endpoints(result.cluster()).stream()
                .map(endpoint -> endpoint.getEndpoint().getHostname())
                .toList();
    }
}
