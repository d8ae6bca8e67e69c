// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.gatewaybackends.envoyrules.pgv.ViolationSink;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.http_11_proxy.v3.Http11ProxyUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.internal_upstream.v3.InternalUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.quic.v3.QuicUpstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.tcp_stats.v3.Config;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks that transport sockets are complete for TLS, and fit the HTTP versions of the cluster. */
final class SocketRules {
    private static final String SOCKETS = "envoy.extensions.transport_sockets.";
    private static final String QUIC = "envoy.transport_sockets.quic";
    private static final int MAX_DEPTH = 10;

    private final ViolationSink violations;

    private SocketRules(ViolationSink violations) {
        this.violations = violations;
    }

    static void check(ClusterParts parts, ViolationSink violations) {
        new SocketRules(violations).check(parts);
    }

    private void check(ClusterParts parts) {
        Cluster cluster = parts.cluster();
        HttpProtocolOptions http = parts.http();
        boolean alpn = http != null && http.hasAutoConfig();
        Alpn socket = socket(cluster.getTransportSocket(), "transport_socket", 0);
        if (alpn && socket == Alpn.NO) {
            violations.add("transport_socket", "cannot negotiate the protocol, which auto_config requires");
        }
        for (int i = 0; i < cluster.getTransportSocketMatchesCount(); i++) {
            Cluster.TransportSocketMatch match = cluster.getTransportSocketMatches(i);
            String path = "transport_socket_matches[" + i + "].transport_socket";
            if (!match.hasTransportSocket()) {
                violations.add(path, "not set, but required");
            } else if (socket(match.getTransportSocket(), path, 0) == Alpn.NO && alpn) {
                violations.add(path, "cannot negotiate the protocol, which auto_config requires");
            }
        }
        // Envoy looks at the name alone, not at the type.
        if (http != null
                && isHttp3(http)
                && !cluster.getTransportSocket().getName().equals(QUIC)) {
            violations.add("transport_socket.name", "not " + QUIC + ", which HTTP/3 requires");
        }
    }

    /** Whether a socket negotiates the HTTP version. */
    private enum Alpn {
        YES,
        NO,
        UNKNOWN
    }

    private static boolean isHttp3(HttpProtocolOptions http) {
        return http.getExplicitHttpConfig().hasHttp3ProtocolOptions()
                || http.getUseDownstreamProtocolConfig().hasHttp3ProtocolOptions()
                || http.getAutoConfig().hasHttp3ProtocolOptions();
    }

    private Alpn socket(TransportSocket socket, String path, int depth) {
        Any config = socket.getTypedConfig();
        String type = config.getTypeUrl().substring(config.getTypeUrl().lastIndexOf('/') + 1);
        if (type.isEmpty()) {
            return socket.getName().isEmpty() ? Alpn.NO : Alpn.UNKNOWN;
        }
        if (depth == MAX_DEPTH || !type.startsWith(SOCKETS)) {
            return Alpn.UNKNOWN;
        }
        String inside = path + ".typed_config";
        return switch (type.substring(SOCKETS.length())) {
            case "raw_buffer.v3.RawBuffer", "starttls.v3.UpstreamStartTlsConfig" -> Alpn.NO;
            case "tls.v3.UpstreamTlsContext" -> {
                tls(ClusterParts.unpack(config, UpstreamTlsContext.parser()), inside);
                yield Alpn.YES;
            }
            case "quic.v3.QuicUpstreamTransport" -> {
                QuicUpstreamTransport quic = ClusterParts.unpack(config, QuicUpstreamTransport.parser());
                tls(quic == null ? null : quic.getUpstreamTlsContext(), inside + ".upstream_tls_context");
                yield Alpn.YES;
            }
            case "proxy_protocol.v3.ProxyProtocolUpstreamTransport" ->
                inner(
                        config,
                        ProxyProtocolUpstreamTransport.parser(),
                        ProxyProtocolUpstreamTransport::getTransportSocket,
                        inside,
                        depth);
            case "http_11_proxy.v3.Http11ProxyUpstreamTransport" ->
                inner(
                        config,
                        Http11ProxyUpstreamTransport.parser(),
                        Http11ProxyUpstreamTransport::getTransportSocket,
                        inside,
                        depth);
            case "internal_upstream.v3.InternalUpstreamTransport" ->
                inner(
                        config,
                        InternalUpstreamTransport.parser(),
                        InternalUpstreamTransport::getTransportSocket,
                        inside,
                        depth);
            case "tcp_stats.v3.Config" -> inner(config, Config.parser(), Config::getTransportSocket, inside, depth);
            default -> Alpn.UNKNOWN;
        };
    }

    private <M extends Message> Alpn inner(
            Any config, Parser<M> parser, Function<M, TransportSocket> socket, String path, int depth) {
        M outer = ClusterParts.unpack(config, parser);
        return outer == null ? Alpn.UNKNOWN : socket(socket.apply(outer), path + ".transport_socket", depth + 1);
    }

    private void tls(@Nullable UpstreamTlsContext tls, String path) {
        if (tls == null) {
            return;
        }
        if (tls.getSni().indexOf('\0') >= 0) {
            violations.add(path + ".sni", "has a NUL character");
        }
        CommonTlsContext common = tls.getCommonTlsContext();
        String context = path + ".common_tls_context.validation_context";
        switch (common.getValidationContextTypeCase()) {
            case VALIDATION_CONTEXT -> {
                validation(common.getValidationContext(), context);
                if (tls.getAutoSniSanValidation()
                        && !common.getValidationContext().hasTrustedCa()) {
                    violations.add(path + ".auto_sni_san_validation", "set, but there is no trusted CA");
                }
            }
            case VALIDATIONCONTEXTTYPE_NOT_SET -> {
                if (tls.getAutoSniSanValidation()) {
                    violations.add(path + ".auto_sni_san_validation", "set, but there is no validation context");
                }
            }
            // A secret may add a trusted CA.
            default -> {}
        }
    }

    @SuppressWarnings("deprecation") // Envoy still reads the old matchers.
    private void validation(CertificateValidationContext context, String path) {
        if (context.hasTrustedCa()
                || context.hasCaCertificateProviderInstance()
                || context.hasCustomValidatorConfig()) {
            return;
        }
        if (context.getMatchTypedSubjectAltNamesCount() > 0) {
            violations.add(path + ".match_typed_subject_alt_names", "set, but there is no trusted CA");
        }
        if (context.getMatchSubjectAltNamesCount() > 0) {
            violations.add(path + ".match_subject_alt_names", "set, but there is no trusted CA");
        }
        if (context.hasCrl()) {
            violations.add(path + ".crl", "set, but there is no trusted CA");
        }
        if (context.getAllowExpiredCertificate()) {
            violations.add(path + ".allow_expired_certificate", "set, but there is no trusted CA");
        }
    }
}
