// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.settings.UpstreamTrust;
import dev.gatewaybackends.spi.envoy.Endpoints;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to a Google Cloud service carry the proxy's token, and never the client's credential. */
class GcpTokenTest {
    private static final String CLIENT = "Bearer not-a-real-client-token";
    private static final String WITH_TOKEN =
            "Host: localhost\nAuthorization: Bearer " + FakeMetadataServer.TOKEN + "\n";
    private static final String WITHOUT_CREDENTIAL = "Host: localhost\n";
    private static final String NO_SERVICE = """
            apiVersion: gateway.kgateway.dev/v1alpha1
            kind: Backend
            metadata: {name: other, namespace: default}
            spec: {static: {hosts: [{host: 127.0.0.1, port: 8080}]}}
            """;

    private static TestCertificate trusted;
    private static TestCertificate ofAnotherName;
    private static TestCertificate untrusted;
    private static Path trust;

    @TempDir
    private Path directory;

    private FakeMetadataServer metadata;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws IOException {
        EnvoyBinary.path();
        trusted = TestCertificate.of(directory, "trusted", "dns:localhost");
        ofAnotherName = TestCertificate.of(directory, "another", "dns:other.example");
        untrusted = TestCertificate.of(directory, "untrusted", "dns:localhost");
        trust = Files.writeString(directory.resolve("trust.pem"), trusted.pem() + ofAnotherName.pem());
    }

    @BeforeEach
    void startMetadataServer() {
        metadata = FakeMetadataServer.start();
    }

    @AfterEach
    void stopMetadataServer() {
        metadata.close();
    }

    @Test
    void request_withTheClientsCredential_carriesTheTokenInstead() {
        try (HeaderEcho service = HeaderEcho.start(trusted.tls());
                EnvoyProcess envoy = start(secure(), service.port(), metadata.port())) {
            assertThat(send(envoy)).as(envoy::toString).isEqualTo(new Answer(200, WITH_TOKEN));
            assertThat(send(envoy)).as(envoy::toString).isEqualTo(new Answer(200, WITH_TOKEN));
            assertThat(metadata.requests())
                    .containsExactly("/computeMetadata/v1/instance/service-accounts/default/identity"
                            + "?audience=https://localhost Google");
        }
    }

    @Test
    void request_toABackendOfAnotherType_keepsTheClientsCredential() {
        try (HeaderEcho service = HeaderEcho.start(trusted.tls());
                HeaderEcho other = HeaderEcho.start();
                EnvoyProcess envoy = new RequiredConfiguration(translate(secure()))
                        .start(
                                directory,
                                cluster -> cluster.getName().equals("backend_default_other_0")
                                        ? at(cluster, "127.0.0.1", other.port())
                                        : change(cluster, service.port(), metadata.port()))) {
            assertThat(Requests.getWithAuthorization(envoy.port(), "/other", CLIENT)
                            .body())
                    .as(envoy::toString)
                    .contains("Authorization: " + CLIENT + "\n");
        }
    }

    @Test
    void request_whereTheMetadataServerFails_carriesNoCredential() {
        metadata.answerWith(500, FakeMetadataServer.TOKEN);
        assertCarriesNoCredential(metadata.port());
    }

    @Test
    void request_whereTheMetadataServerSendsNoToken_carriesNoCredential() {
        metadata.answerWith(200, "not a token");
        assertCarriesNoCredential(metadata.port());
    }

    @Test
    void request_whereTheMetadataServerIsGone_carriesNoCredential() {
        int port = metadata.port();
        metadata.close();
        assertCarriesNoCredential(port);
    }

    private void assertCarriesNoCredential(int metadataPort) {
        try (HeaderEcho service = HeaderEcho.start(trusted.tls());
                EnvoyProcess envoy = start(secure(), service.port(), metadataPort)) {
            assertThat(send(envoy)).as(envoy::toString).isEqualTo(new Answer(200, WITHOUT_CREDENTIAL));
        }
    }

    @Test
    void request_toAServiceThatCannotProveItsName_isRefused() {
        for (TestCertificate certificate : new TestCertificate[] {untrusted, ofAnotherName}) {
            try (HeaderEcho impostor = HeaderEcho.start(certificate.tls());
                    EnvoyProcess envoy = start(secure(), impostor.port(), metadata.port())) {
                assertThat(send(envoy).status()).as(envoy::toString).isEqualTo(503);
            }
        }
    }

    /** What the measures of SECURE are for. */
    @Test
    void request_inKgatewayProfile_trustsAnyoneAndSendsTheClientsCredentialOnWhereThereIsNoToken() {
        TranslationSettings kgateway = TranslationSettings.of(TranslationProfile.kgateway(KgatewayVersion.MAIN));
        try (HeaderEcho impostor = HeaderEcho.start(untrusted.tls());
                EnvoyProcess envoy = start(kgateway, impostor.port(), metadata.port())) {
            Answer answer = send(envoy);
            assertThat(answer.status()).as(envoy::toString).isEqualTo(200);
            assertThat(answer.body()).startsWith(WITH_TOKEN).contains("X-Envoy-Original-Host: 127.0.0.1:");
            send(envoy);
            assertThat(metadata.requests()).hasSize(2);
            metadata.answerWith(500, "");
            assertThat(send(envoy).body()).contains("Authorization: " + CLIENT + "\n");
        }
    }

    private static TranslationSettings secure() {
        return TranslationSettings.builder()
                .set(CoreSettings.UPSTREAM_TRUST, UpstreamTrust.file(trust.toString()))
                .build();
    }

    private EnvoyProcess start(TranslationSettings settings, int servicePort, int metadataPort) {
        return new RequiredConfiguration(translate(settings))
                .start(directory, cluster -> change(cluster, servicePort, metadataPort));
    }

    private static TranslationResult translate(TranslationSettings settings) {
        Manifest manifest = Manifest.example("gcp.yaml")
                .replacing("host: parcels.run.example\n", "host: localhost\n")
                .and(NO_SERVICE);
        return BackendTranslator.builder()
                .settings(settings)
                .build()
                .translate(ResourceReader.create().readText(manifest.text()))
                .orElseThrow();
    }

    private static Answer send(EnvoyProcess envoy) {
        return Requests.getWithAuthorization(envoy.port(), "/parcels", CLIENT);
    }

    /** Port 443 and the metadata server's address are fixed, and neither can be had in a test. */
    private static Cluster change(Cluster cluster, int servicePort, int metadataPort) {
        return switch (cluster.getName()) {
            case "backend_default_parcels_0" -> at(cluster, "localhost", servicePort);
            case "gcp_authn" -> at(cluster, "127.0.0.1", metadataPort);
            default -> cluster;
        };
    }

    private static Cluster at(Cluster cluster, String host, int port) {
        Cluster.Builder changed = cluster.toBuilder();
        LbEndpoint.Builder endpoint =
                changed.getLoadAssignmentBuilder().getEndpointsBuilder(0).getLbEndpointsBuilder(0);
        Address address = Endpoints.socketAddress(host, port);
        endpoint.getEndpointBuilder().setAddress(address);
        return changed.build();
    }
}
