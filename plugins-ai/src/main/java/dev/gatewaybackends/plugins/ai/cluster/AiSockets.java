// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.cluster;

import com.google.protobuf.Struct;
import dev.gatewaybackends.plugins.ai.provider.AiTarget;
import dev.gatewaybackends.plugins.ai.settings.AiSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.Requirements;
import dev.gatewaybackends.spi.envoy.TlsSockets;
import dev.gatewaybackends.spi.envoy.TypedConfigs;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the endpoints of a cluster are connected to: the metadata of an endpoint says which socket it gets. */
final class AiSockets {
    /** The key in the metadata, and the name of the usual match. */
    private static final String TLS = "tls";

    private static final String VERIFIED = "true";
    private static final String UNVERIFIED = "skipverification";
    private static final Struct VERIFIED_SOCKET = EndpointMetadata.text(TLS, VERIFIED);

    private static final TransportSocket PLAINTEXT = TransportSocket.newBuilder()
            .setName("envoy.transport_sockets.raw_buffer")
            .setTypedConfig(TypedConfigs.pack(RawBuffer.getDefaultInstance()))
            .build();
    private static final TransportSocket ANY_CERTIFICATE = TlsSockets.of(UpstreamTlsContext.newBuilder()
            .setAutoHostSni(true)
            .setCommonTlsContext(CommonTlsContext.getDefaultInstance())
            .build());

    private AiSockets() {}

    /** Adds to the metadata of an endpoint which socket it gets. */
    static void choose(AiTarget target, EndpointMetadata metadata) {
        if (target.tls()) {
            String kind = kind(target);
            metadata.put(
                    EndpointMetadata.SOCKET,
                    kind.equals(VERIFIED) ? VERIFIED_SOCKET : EndpointMetadata.text(TLS, kind));
        }
    }

    /** Sets the sockets as kgateway does, whose match for TLS checks no certificate. */
    static void asKgateway(Cluster.Builder cluster) {
        cluster.addTransportSocketMatches(match(TLS, VERIFIED, ANY_CERTIFICATE)).addTransportSocketMatches(plaintext());
    }

    /** Sets the sockets that the endpoints need, and what the proxy needs for them; returns whether all speak TLS. */
    static boolean set(
            Cluster.Builder cluster,
            List<AiTarget> targets,
            TranslationSettings settings,
            Requirements.Builder requirements) {
        Set<String> kinds = new LinkedHashSet<>();
        boolean plaintext = false;
        for (AiTarget target : targets) {
            plaintext |= !target.tls();
            if (target.tls()) {
                kinds.add(kind(target));
            }
        }
        if (kinds.isEmpty()) {
            return false;
        }
        boolean verifies = settings.get(AiSettings.VERIFY_TLS);
        TransportSocket usual = verifies ? named(settings) : ANY_CERTIFICATE;
        if (!plaintext) {
            cluster.setTransportSocket(usual);
            kinds.add(VERIFIED);
        }
        if (kinds.remove(VERIFIED)) {
            cluster.addTransportSocketMatches(match(TLS, VERIFIED, usual));
        }
        for (String kind : kinds) {
            boolean any = kind.equals(UNVERIFIED) || !verifies;
            cluster.addTransportSocketMatches(
                    match(TLS + "-" + kind, kind, any ? ANY_CERTIFICATE : address(kind, settings)));
        }
        if (plaintext) {
            cluster.addTransportSocketMatches(plaintext());
        }
        if (verifies) {
            TlsSockets.require(settings, requirements);
        }
        return !plaintext;
    }

    /** Returns the value by which an endpoint finds its socket: an address is one of its own, having no name to check. */
    private static String kind(AiTarget target) {
        if (target.entry().skipVerify()) {
            return UNVERIFIED;
        }
        return target.isIp() ? target.host() : VERIFIED;
    }

    private static TransportSocket named(TranslationSettings settings) {
        return TlsSockets.of(UpstreamTlsContext.newBuilder()
                .setAutoHostSni(true)
                .setAutoSniSanValidation(true)
                .setCommonTlsContext(TlsSockets.trusting(settings, CertificateValidationContext.getDefaultInstance()))
                .build());
    }

    private static TransportSocket address(String ip, TranslationSettings settings) {
        return TlsSockets.of(UpstreamTlsContext.newBuilder()
                .setCommonTlsContext(TlsSockets.trusting(
                        settings,
                        CertificateValidationContext.newBuilder()
                                .addMatchTypedSubjectAltNames(SubjectAltNameMatcher.newBuilder()
                                        .setSanType(SubjectAltNameMatcher.SanType.IP_ADDRESS)
                                        .setMatcher(StringMatcher.newBuilder().setExact(CanonicalIp.of(ip))))
                                .build()))
                .build());
    }

    private static Cluster.TransportSocketMatch match(String name, String value, TransportSocket socket) {
        return Cluster.TransportSocketMatch.newBuilder()
                .setName(name)
                .setMatch(EndpointMetadata.text(TLS, value))
                .setTransportSocket(socket)
                .build();
    }

    private static Cluster.TransportSocketMatch plaintext() {
        return Cluster.TransportSocketMatch.newBuilder()
                .setName("plaintext")
                .setMatch(Struct.getDefaultInstance())
                .setTransportSocket(PLAINTEXT)
                .build();
    }
}
