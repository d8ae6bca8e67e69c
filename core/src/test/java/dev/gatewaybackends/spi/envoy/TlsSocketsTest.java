// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.settings.UpstreamTrust;
import dev.gatewaybackends.spi.Requirements;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import org.junit.jupiter.api.Test;

class TlsSocketsTest {
    private static final TranslationSettings FILE = trust(UpstreamTrust.file("/etc/proxy/roots.pem"));
    private static final TranslationSettings SECRET = trust(UpstreamTrust.bootstrapSecret("corporate-roots"));
    private static final CertificateValidationContext NAME = CertificateValidationContext.newBuilder()
            .addMatchTypedSubjectAltNames(SubjectAltNameMatcher.newBuilder()
                    .setSanType(SubjectAltNameMatcher.SanType.DNS)
                    .setMatcher(StringMatcher.newBuilder().setExact("parcels.example.net")))
            .build();

    @Test
    void of_context_isNamedAndTyped() throws InvalidProtocolBufferException {
        UpstreamTlsContext context =
                UpstreamTlsContext.newBuilder().setSni("parcels.example.net").build();

        TransportSocket socket = TlsSockets.of(context);

        assertThat(socket.getName()).isEqualTo("envoy.transport_sockets.tls");
        assertThat(socket.getTypedConfig().getTypeUrl())
                .isEqualTo("type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext");
        assertThat(socket.getTypedConfig().unpack(UpstreamTlsContext.class)).isEqualTo(context);
    }

    @Test
    void trusting_file_joinsRootsAndNames() {
        assertThat(TlsSockets.trusting(FILE, NAME))
                .isEqualTo(CommonTlsContext.newBuilder()
                        .setValidationContext(NAME.toBuilder()
                                .setTrustedCa(DataSource.newBuilder().setFilename("/etc/proxy/roots.pem")))
                        .build());
    }

    @Test
    void trusting_fileWithOtherRootsInMatchers_ignoresThem() {
        CertificateValidationContext matchers = NAME.toBuilder()
                .setTrustedCa(DataSource.newBuilder().setInlineString("not these"))
                .build();

        assertThat(TlsSockets.trusting(FILE, matchers)).isEqualTo(TlsSockets.trusting(FILE, NAME));
    }

    @Test
    void trusting_bootstrapSecret_refersToItWithoutSdsServer() {
        assertThat(TlsSockets.trusting(SECRET, NAME))
                .isEqualTo(CommonTlsContext.newBuilder()
                        .setCombinedValidationContext(CommonTlsContext.CombinedCertificateValidationContext.newBuilder()
                                .setDefaultValidationContext(NAME)
                                .setValidationContextSdsSecretConfig(
                                        SdsSecretConfig.newBuilder().setName("corporate-roots")))
                        .build());
    }

    @Test
    void trusting_bootstrapSecretWithoutNames_stillHasADefaultContext() {
        CommonTlsContext context = TlsSockets.trusting(SECRET, CertificateValidationContext.getDefaultInstance());

        assertThat(context.getCombinedValidationContext().hasDefaultValidationContext())
                .isTrue();
    }

    @Test
    void verifying_dnsName_isTheSniAndTheOnlyAcceptedName() {
        assertThat(TlsSockets.verifying(FILE, "parcels.example.net"))
                .isEqualTo(UpstreamTlsContext.newBuilder()
                        .setSni("parcels.example.net")
                        .setCommonTlsContext(TlsSockets.trusting(FILE, NAME))
                        .build());
    }

    @Test
    void verifying_ipAddress_hasNoSniAndIsTheOnlyAcceptedAddress() {
        UpstreamTlsContext context = TlsSockets.verifying(SECRET, "2001:db8::1");

        assertThat(context.getSni()).isEmpty();
        assertThat(context.getCommonTlsContext()
                        .getCombinedValidationContext()
                        .getDefaultValidationContext()
                        .getMatchTypedSubjectAltNamesList())
                .containsExactly(SubjectAltNameMatcher.newBuilder()
                        .setSanType(SubjectAltNameMatcher.SanType.IP_ADDRESS)
                        .setMatcher(StringMatcher.newBuilder().setExact("2001:db8::1"))
                        .build());
    }

    @Test
    void require_trust_namesWhatTheProxyNeeds() {
        Requirements file = TlsSockets.require(FILE, Requirements.builder()).build();
        Requirements secret = TlsSockets.require(SECRET, Requirements.builder()).build();

        assertThat(file.proxy().files()).containsExactly("/etc/proxy/roots.pem");
        assertThat(file.proxy().bootstrapSecrets()).isEmpty();
        assertThat(secret.proxy().bootstrapSecrets()).containsExactly("corporate-roots");
        assertThat(secret.proxy().files()).isEmpty();
    }

    private static TranslationSettings trust(UpstreamTrust trust) {
        return TranslationSettings.builder()
                .set(CoreSettings.UPSTREAM_TRUST, trust)
                .build();
    }
}
