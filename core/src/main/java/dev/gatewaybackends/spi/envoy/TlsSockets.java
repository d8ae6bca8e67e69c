// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

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

/** TLS to the hosts of a cluster. */
public final class TlsSockets {
    /** The name of Envoy's TLS transport socket. */
    public static final String EXTENSION = "envoy.transport_sockets.tls";

    private TlsSockets() {}

    /** Returns a transport socket that speaks TLS. */
    public static TransportSocket of(UpstreamTlsContext context) {
        return TransportSocket.newBuilder()
                .setName(EXTENSION)
                .setTypedConfig(TypedConfigs.pack(context))
                .build();
    }

    /**
     * Returns a TLS context that trusts the proxy's certificate authorities.
     *
     * <p>Envoy checks no name by this alone: add a matcher to {@code matchers}, or have Envoy check the name it connects to
     * with {@code auto_san_validation}. Add what it relies on to the requirements, see {@link #require}.
     *
     * @param matchers the names that are accepted; its trust roots are ignored
     */
    public static CommonTlsContext trusting(TranslationSettings settings, CertificateValidationContext matchers) {
        UpstreamTrust trust = settings.get(CoreSettings.UPSTREAM_TRUST);
        if (trust.filePath() != null) {
            return CommonTlsContext.newBuilder()
                    .setValidationContext(matchers.toBuilder()
                            .setTrustedCa(DataSource.newBuilder().setFilename(trust.filePath())))
                    .build();
        }
        return CommonTlsContext.newBuilder()
                .setCombinedValidationContext(CommonTlsContext.CombinedCertificateValidationContext.newBuilder()
                        .setDefaultValidationContext(matchers)
                        .setValidationContextSdsSecretConfig(
                                SdsSecretConfig.newBuilder().setName(trust.secretName())))
                .build();
    }

    /**
     * Returns a TLS context for one host: its name is the SNI, and only a certificate for it that leads to the proxy's
     * certificate authorities is accepted. For an IP address there is no SNI.
     *
     * <p>Add what it relies on to the requirements, see {@link #require}.
     */
    public static UpstreamTlsContext verifying(TranslationSettings settings, String host) {
        boolean isIp = IpAddresses.isIp(host);
        CertificateValidationContext onlyThisHost = CertificateValidationContext.newBuilder()
                .addMatchTypedSubjectAltNames(SubjectAltNameMatcher.newBuilder()
                        .setSanType(isIp ? SubjectAltNameMatcher.SanType.IP_ADDRESS : SubjectAltNameMatcher.SanType.DNS)
                        .setMatcher(StringMatcher.newBuilder().setExact(host)))
                .build();
        return UpstreamTlsContext.newBuilder()
                .setSni(isIp ? "" : host)
                .setCommonTlsContext(trusting(settings, onlyThisHost))
                .build();
    }

    /** Adds the trust roots of {@link #trusting} to what the proxy must have. */
    public static Requirements.Builder require(TranslationSettings settings, Requirements.Builder requirements) {
        UpstreamTrust trust = settings.get(CoreSettings.UPSTREAM_TRUST);
        if (trust.filePath() != null) {
            return requirements.file(trust.filePath());
        }
        return trust.secretName() == null ? requirements : requirements.bootstrapSecret(trust.secretName());
    }
}
