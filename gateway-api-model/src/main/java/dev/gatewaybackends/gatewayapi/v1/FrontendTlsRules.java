// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.List;

/** What holds for the settings of TLS of a Gateway's ports. */
final class FrontendTlsRules {
    private FrontendTlsRules() {}

    /** No port has settings twice. */
    static final class DistinctPorts implements ReadsInteger<List<TlsPortConfig>> {
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
