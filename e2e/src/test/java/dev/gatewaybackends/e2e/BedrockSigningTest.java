// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.plugins.ai.settings.BodyModel;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import dev.gatewaybackends.translate.BackendTranslator;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.filters.http.lua.v3.Lua;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What Envoy signs for Bedrock is what Amazon's own signer makes of the same request. */
class BedrockSigningTest {
    private static final String ACCESS_KEY = "FAKEACCESSKEY";
    private static final String SECRET_KEY = "fake-secret-access-key";
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void request_onFreshAndReusedConnectionsAndInAnotherRegion_isSignedAsByTheSdk() throws IOException {
        EnvoyBinary.path();
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start()) {
            Path input = Files.writeString(
                    directory.resolve("input.yaml"),
                    regions("bedrock", first, second).text());
            Command gwb = GwbProcess.run(
                    List.of("translate", "-o", "bootstrap", "--listen", "127.0.0.1:0", input.toString()));
            Path bootstrap = Files.writeString(directory.resolve("envoy.yaml"), gwb.out());
            try (EnvoyProcess envoy = EnvoyProcess.start(bootstrap, KEYS)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(LlmClient.postAnonymously(envoy.port(), "bedrock.example"))
                            .as(envoy::toString)
                            .isEqualTo(200);
                }
                first.answerWith(429);
                assertThat(LlmClient.postAnonymously(envoy.port(), "bedrock.example"))
                        .as(envoy::toString)
                        .isEqualTo(200);
            }
            assertThat(first.requests()).hasSize(4).allSatisfy(request -> {
                assertThat(request.target()).isEqualTo("/model/example.model-v1%3A0/converse");
                assertThat(request.header("Host")).isEqualTo("127.0.0.1");
                assertSigned(request, "us-east-1");
            });
            assertThat(first.requests().get(1).client())
                    .isEqualTo(first.requests().get(0).client());
            assertThat(second.requests()).singleElement().satisfies(request -> {
                assertThat(request.header("Host")).isEqualTo("localhost");
                assertSigned(request, "eu-central-1");
            });
        }
    }

    @Test
    void body_writtenByTheEmbeddersFilter_isSignedAsItIsSent() {
        HttpFilter filter = HttpFilter.newBuilder()
                .setName("example.model")
                .setTypedConfig(TypedConfigs.pack(Lua.newBuilder()
                        .setDefaultSourceCode(DataSource.newBuilder().setInlineString("""
                                function envoy_on_request(handle)
                                  local length = handle:body():setBytes('{"model":"of the filter"}')
                                  handle:headers():replace("content-length", length)
                                end
                                """))
                        .build()))
                .build();
        try (LlmServer first = LlmServer.start();
                LlmServer second = LlmServer.start();
                EnvoyProcess envoy = new RequiredConfiguration(BackendTranslator.builder()
                                .settings(TranslationSettings.builder()
                                        .set(AiSettings.BODY_MODEL, BodyModel.filter(filter))
                                        .build())
                                .build()
                                .translate(ResourceReader.create()
                                        .readText(
                                                regions("client", first, second).text())))
                        .start(directory, cluster -> cluster, KEYS)) {
            first.answerWith(429);
            assertThat(LlmClient.postAnonymously(envoy.port(), "bedrock.example"))
                    .as(envoy::toString)
                    .isEqualTo(200);
            for (LlmServer provider : List.of(first, second)) {
                assertThat(provider.requests())
                        .singleElement()
                        .satisfies(request -> assertThat(request.body()).isEqualTo("{\"model\":\"of the filter\"}"));
            }
            assertSigned(first.requests().get(0), "us-east-1");
            assertSigned(second.requests().get(0), "eu-central-1");
        }
    }

    private static Manifest regions(String name, LlmServer first, LlmServer second) {
        return new LlmManifest()
                .backend(
                        name,
                        "{priorityGroups: ["
                                + "{providers: [{name: one, bedrock: {model: 'example.model-v1:0'}, host: 127.0.0.1, port: "
                                + first.port() + "}]}, "
                                + "{providers: [{name: two, bedrock: {model: 'example.model-v1:0', region: eu-central-1}, "
                                + "host: localhost, port: " + second.port() + "}]}]}")
                .build();
    }

    private static void assertSigned(LlmServer.Request request, String region) {
        String authorization = request.header("Authorization");
        assertThat(authorization).doesNotContain(LlmClient.OWN).contains("SignedHeaders=");
        String date = request.header("X-Amz-Date");
        assertThat(date).isNotNull();
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://" + request.header("Host") + request.target()));
        for (String name : signedHeaders(authorization)) {
            if (!name.startsWith("x-amz-") && !name.equals("host")) {
                unsigned.putHeader(name, request.header(name));
            }
        }
        String expected = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(ACCESS_KEY, SECRET_KEY))
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromInputStreamSupplier(
                                () -> new ByteArrayInputStream(request.body().getBytes(StandardCharsets.UTF_8))))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "bedrock")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(AMZ_DATE.parse(date, Instant::from), ZoneOffset.UTC)))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
        assertThat(part(authorization, "Credential")).isEqualTo(part(expected, "Credential"));
        assertThat(part(authorization, "SignedHeaders")).isEqualTo(part(expected, "SignedHeaders"));
        assertThat(part(authorization, "Signature")).isEqualTo(part(expected, "Signature"));
    }

    private static List<String> signedHeaders(String authorization) {
        return List.of(part(authorization, "SignedHeaders").split(";"));
    }

    private static String part(String authorization, String name) {
        String rest = authorization.substring(authorization.indexOf(name + "=") + name.length() + 1);
        int end = rest.indexOf(',');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
