// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.CrdPattern;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CEL rules for the addresses of a {@link Gateway}. */
final class GatewayAddressRules {
    /** The type of an address that is an IP address. */
    static final String IP_ADDRESS = "IPAddress";

    private static final String HOSTNAME = "Hostname";
    private static final String PATTERN = "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

    private GatewayAddressRules() {}

    /** No two addresses of a type have the same value. */
    abstract static class DistinctValues implements Predicate<List<GatewaySpecAddress>> {
        private final String type;

        DistinctValues(String type) {
            this.type = type;
        }

        @Override
        public final boolean test(List<GatewaySpecAddress> addresses) {
            return Items.differ(addresses, address -> type.equals(address.type()) ? address.value() : null);
        }
    }

    /** No IP address is requested twice. */
    static final class DistinctIpAddresses extends DistinctValues {
        DistinctIpAddresses() {
            super(IP_ADDRESS);
        }
    }

    /** No hostname is requested twice. */
    static final class DistinctHostnames extends DistinctValues {
        DistinctHostnames() {
            super(HOSTNAME);
        }
    }

    /** A requested hostname is a DNS name. Despite the message it may not be empty, but it may be absent. */
    static final class HostnameOfSpec implements Predicate<GatewaySpecAddress> {
        /** The message of the CRD. */
        static final String MESSAGE =
                "Hostname value must be empty or contain only valid characters (matching " + PATTERN + ")";

        @Override
        public boolean test(GatewaySpecAddress address) {
            return isHostname(address.type(), address.value());
        }
    }

    /** The hostname of a Gateway is a DNS name. */
    static final class HostnameOfStatus implements Predicate<GatewayStatusAddress> {
        /** The message of the CRD. */
        static final String MESSAGE = "Hostname value must only contain valid characters (matching " + PATTERN + ")";

        @Override
        public boolean test(GatewayStatusAddress address) {
            return isHostname(address.type(), address.value());
        }
    }

    private static boolean isHostname(String type, @Nullable String value) {
        return !HOSTNAME.equals(type) || value == null || VALID.foundIn(value);
    }
}
