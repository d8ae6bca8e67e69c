// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendSpec;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTls;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTlsMode;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendType;
import java.util.function.Predicate;

/** What holds for an XBackend. */
public final class XBackendRules {
    private XBackendRules() {}

    /** The type for hosts outside the cluster has one. */
    public static final class HostnameForType implements Predicate<XBackendSpec> {
        /** Creates the check. */
        public HostnameForType() {}

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
    public static final class PortName implements Predicate<String> {
        /** Creates the check. */
        public PortName() {}

        @Override
        public boolean test(String name) {
            return name.isEmpty();
        }
    }

    /** A host outside the cluster has no name of the cluster; that it is no IP address is not checked. */
    public static final class OutsideCluster implements Predicate<String> {
        /** Creates the check. */
        public OutsideCluster() {}

        @Override
        public boolean test(String hostname) {
            return !hostname.endsWith(".cluster.local");
        }
    }

    /** The client has a certificate where it shows one. */
    public static final class ClientCertificateForMode implements Predicate<XBackendTls> {
        /** Creates the check. */
        public ClientCertificateForMode() {}

        @Override
        public boolean test(XBackendTls tls) {
            return tls.mode() == null
                    || (tls.mode() == XBackendTlsMode.CLIENT_AND_SERVER) == (tls.clientCertificateRef() != null);
        }
    }
}
