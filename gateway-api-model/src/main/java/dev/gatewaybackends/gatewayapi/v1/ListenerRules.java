// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** CEL rules for the listeners of a {@link Gateway} or of a {@link ListenerSet}. */
final class ListenerRules {
    private static final Set<String> TRANSPORTS = Set.of("TCP", "UDP");

    private ListenerRules() {}

    private static boolean has(Listener listener, String protocol) {
        return protocol.equals(listener.protocol());
    }

    private static boolean hasTransport(Listener listener) {
        return listener.protocol() != null && TRANSPORTS.contains(listener.protocol());
    }

    /** Protocols without TLS have no TLS settings. */
    static final class NoTlsForPlainProtocols extends Each<Listener> {
        NoTlsForPlainProtocols() {
            super(listener -> listener.tls() == null || !(has(listener, "HTTP") || hasTransport(listener)));
        }
    }

    /** A listener with the protocol HTTPS terminates TLS. */
    static final class TerminateForHttps extends Each<Listener> {
        TerminateForHttps() {
            super(listener -> listener.tls() == null
                    || !has(listener, "HTTPS")
                    || listener.tls().mode() == TlsModeType.TERMINATE);
        }
    }

    /** A listener with the protocol TLS has TLS settings. Its mode may be the default. */
    static final class ModeForTls extends Each<Listener> {
        ModeForTls() {
            super(listener -> listener.tls() != null || !has(listener, "TLS"));
        }
    }

    /** The protocols TCP and UDP have no hostname. */
    static final class NoHostnameForTransports extends Each<Listener> {
        NoHostnameForTransports() {
            super(listener -> Items.nonEmpty(listener.hostname()) == null || !hasTransport(listener));
        }
    }

    /** No two listeners have the same name. */
    static final class DistinctNames implements Predicate<List<Listener>> {
        @Override
        public boolean test(List<Listener> listeners) {
            return Items.differ(listeners, Listener::name);
        }
    }

    /** No two listeners have the same port, protocol and hostname. */
    static final class DistinctPlaces implements ReadsInteger<List<Listener>> {
        @Override
        public boolean test(List<Listener> listeners) {
            return Items.differ(
                    listeners,
                    listener -> listener.port() == null || listener.protocol() == null
                            ? null
                            : Arrays.asList(listener.port(), listener.protocol(), listener.hostname()));
        }

        @Override
        public boolean reads(List<Listener> listeners, String field) {
            return field.equals("port");
        }
    }

    /** A listener that terminates TLS has a certificate, or options of the implementation. */
    static final class CertificateOrOptions implements Predicate<ListenerTlsConfig> {
        @Override
        public boolean test(ListenerTlsConfig tls) {
            return tls.mode() != TlsModeType.TERMINATE
                    || !tls.certificateRefs().isEmpty()
                    || !tls.options().isEmpty();
        }
    }
}
