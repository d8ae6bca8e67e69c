// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import java.util.function.Predicate;

/** What holds for an XBackend. */
final class XBackendRules {
    private XBackendRules() {}

    /** The type for hosts outside the cluster has one. */
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
     * <p>The CRD means that it is a DNS label, but compares the outcome of that check with the wrong value, so that the API
     * server refuses every name.
     */
    static final class PortName implements Predicate<String> {
        @Override
        public boolean test(String name) {
            return name.isEmpty();
        }
    }

    /** A host outside the cluster has no name of the cluster; that it is no IP address is not checked. */
    static final class OutsideCluster implements Predicate<String> {
        @Override
        public boolean test(String hostname) {
            return !hostname.endsWith(".cluster.local");
        }
    }

    /** The client has a certificate where it shows one. */
    static final class ClientCertificateForMode implements Predicate<XBackendTls> {
        @Override
        public boolean test(XBackendTls tls) {
            return tls.mode() == null
                    || (tls.mode() == XBackendTlsMode.CLIENT_AND_SERVER) == (tls.clientCertificateRef() != null);
        }
    }
}
