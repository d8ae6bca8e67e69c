// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.settings.UpstreamTrust;
import dev.gatewaybackends.spi.RouteRequirements;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;

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

    /** Adds the trust roots of {@link #trusting} to what the proxy must have. */
    public static RouteRequirements.Builder require(
            TranslationSettings settings, RouteRequirements.Builder requirements) {
        UpstreamTrust trust = settings.get(CoreSettings.UPSTREAM_TRUST);
        if (trust.filePath() != null) {
            return requirements.file(trust.filePath());
        }
        return trust.secretName() == null ? requirements : requirements.bootstrapSecret(trust.secretName());
    }
}
