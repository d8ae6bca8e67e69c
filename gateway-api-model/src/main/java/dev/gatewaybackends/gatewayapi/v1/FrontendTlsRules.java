// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.List;

/** CEL rules for the TLS settings of a Gateway's ports. */
final class FrontendTlsRules {
    private FrontendTlsRules() {}

    /** No two entries have the same port. */
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
