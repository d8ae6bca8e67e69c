// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import java.util.function.Predicate;

/** CEL rules for an {@link XBackend}. */
final class XBackendRules {
    private XBackendRules() {}

    /** The hostname is set if, and only if, the type is {@code ExternalHostname}. */
    static final class HostnameForType implements Predicate<XBackendSpec> {
        @Override
        public boolean test(XBackendSpec spec) {
            return spec.type() == null
                    || (spec.type() == XBackendType.EXTERNAL_HOSTNAME) == (spec.externalHostname() != null);
        }
    }

    /**
     * The name of a port is empty.
     *
     * <p>The CRD is meant to require a DNS label. It compares the result of that check with the wrong value, so the API
     * server refuses every name.
     */
    static final class PortName implements Predicate<String> {
        @Override
        public boolean test(String name) {
            return name.isEmpty();
        }
    }

    /** A host outside the cluster has no name of the cluster. This rule accepts IP addresses. */
    static final class OutsideCluster implements Predicate<String> {
        @Override
        public boolean test(String hostname) {
            return !hostname.endsWith(".cluster.local");
        }
    }

    /** The client certificate is set if, and only if, the mode is {@code ClientAndServer}. */
    static final class ClientCertificateForMode implements Predicate<XBackendTls> {
        @Override
        public boolean test(XBackendTls tls) {
            return tls.mode() == null
                    || (tls.mode() == XBackendTlsMode.CLIENT_AND_SERVER) == (tls.clientCertificateRef() != null);
        }
    }
}
