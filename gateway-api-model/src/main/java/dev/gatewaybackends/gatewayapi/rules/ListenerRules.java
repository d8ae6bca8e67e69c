// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.constraints.ReadsInteger;
import dev.gatewaybackends.gatewayapi.v1.Listener;
import dev.gatewaybackends.gatewayapi.v1.ListenerTlsConfig;
import dev.gatewaybackends.gatewayapi.v1.TlsModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What holds for the listeners of a Gateway or of a ListenerSet. */
public final class ListenerRules {
    private static final Set<String> TRANSPORTS = Set.of("TCP", "UDP");

    private ListenerRules() {}

    private static boolean has(Listener listener, String protocol) {
        return protocol.equals(listener.protocol());
    }

    private static boolean hasTransport(Listener listener) {
        return listener.protocol() != null && TRANSPORTS.contains(listener.protocol());
    }

    /** Protocols without TLS have no settings for it. */
    public static final class NoTlsForPlainProtocols extends Each<Listener> {
        /** Creates the check. */
        public NoTlsForPlainProtocols() {
            super(listener -> listener.tls() == null || !(has(listener, "HTTP") || hasTransport(listener)));
        }
    }

    /** HTTPS ends TLS at the listener. */
    public static final class TerminateForHttps extends Each<Listener> {
        /** Creates the check. */
        public TerminateForHttps() {
            super(listener -> listener.tls() == null
                    || !has(listener, "HTTPS")
                    || listener.tls().mode() == TlsModeType.TERMINATE);
        }
    }

    /** The protocol TLS has settings for it, and so a mode, if only the default. */
    public static final class ModeForTls extends Each<Listener> {
        /** Creates the check. */
        public ModeForTls() {
            super(listener -> listener.tls() != null || !has(listener, "TLS"));
        }
    }

    /** Protocols that carry no host have none. */
    public static final class NoHostnameForTransports extends Each<Listener> {
        /** Creates the check. */
        public NoHostnameForTransports() {
            super(listener -> Items.nonEmpty(listener.hostname()) == null || !hasTransport(listener));
        }
    }

    /** No two listeners have the same name. */
    public static final class DistinctNames implements Predicate<List<Listener>> {
        /** Creates the check. */
        public DistinctNames() {}

        @Override
        public boolean test(List<Listener> listeners) {
            return Items.differ(listeners, Listener::name);
        }
    }

    /** No two listeners have the same port, protocol and hostname. */
    public static final class DistinctPlaces implements ReadsInteger<List<Listener>> {
        /** Creates the check. */
        public DistinctPlaces() {}

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

    /** A listener that ends TLS has a certificate, or options to find one. */
    public static final class CertificateOrOptions implements Predicate<ListenerTlsConfig> {
        /** Creates the check. */
        public CertificateOrOptions() {}

        @Override
        public boolean test(ListenerTlsConfig tls) {
            return tls.mode() != TlsModeType.TERMINATE
                    || !tls.certificateRefs().isEmpty()
                    || !tls.options().isEmpty();
        }
    }
}
