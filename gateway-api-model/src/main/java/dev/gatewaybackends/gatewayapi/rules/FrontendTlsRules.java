// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.constraints.ReadsInteger;
import dev.gatewaybackends.gatewayapi.v1.TlsPortConfig;
import java.util.List;

/** What holds for the settings of TLS of a Gateway's ports. */
public final class FrontendTlsRules {
    private FrontendTlsRules() {}

    /** No port has settings twice. */
    public static final class DistinctPorts implements ReadsInteger<List<TlsPortConfig>> {
        /** Creates the check. */
        public DistinctPorts() {}

        @Override
        public boolean test(List<TlsPortConfig> ports) {
            return Items.differ(ports, TlsPortConfig::port);
        }

        @Override
        public boolean reads(List<TlsPortConfig> ports, String field) {
            return field.equals("port");
        }
    }
}
