// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.constraints.CrdPattern;
import dev.gatewaybackends.gatewayapi.v1.GatewaySpecAddress;
import dev.gatewaybackends.gatewayapi.v1.GatewayStatusAddress;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What holds for the addresses of a Gateway. */
public final class GatewayAddressRules {
    private static final String IP_ADDRESS = "IPAddress";
    private static final String HOSTNAME = "Hostname";
    private static final String PATTERN = "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private static final String CHARACTERS = "contain only valid characters (matching " + PATTERN + ")";
    private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

    private GatewayAddressRules() {}

    /** What the rules below have in common: no two addresses of a type have the same value. */
    public abstract static class DistinctValues implements Predicate<List<GatewaySpecAddress>> {
        private final String type;

        DistinctValues(String type) {
            this.type = type;
        }

        @Override
        public final boolean test(List<GatewaySpecAddress> addresses) {
            return Items.differ(addresses, address -> type.equals(address.type()) ? address.value() : null);
        }
    }

    /** No IP address is asked for twice. */
    public static final class DistinctIpAddresses extends DistinctValues {
        /** Creates the check. */
        public DistinctIpAddresses() {
            super(IP_ADDRESS);
        }
    }

    /** No hostname is asked for twice. */
    public static final class DistinctHostnames extends DistinctValues {
        /** Creates the check. */
        public DistinctHostnames() {
            super(HOSTNAME);
        }
    }

    /** A hostname that is asked for is a DNS name; unlike the message says, it may be absent but not empty. */
    public static final class HostnameOfSpec implements Predicate<GatewaySpecAddress> {
        /** The message of the CRD. */
        public static final String MESSAGE = "Hostname value must be empty or " + CHARACTERS;

        /** Creates the check. */
        public HostnameOfSpec() {}

        @Override
        public boolean test(GatewaySpecAddress address) {
            return isHostname(address.type(), address.value());
        }
    }

    /** The hostname of a Gateway is a DNS name. */
    public static final class HostnameOfStatus implements Predicate<GatewayStatusAddress> {
        /** The message of the CRD. */
        public static final String MESSAGE =
                "Hostname value must only contain valid characters (matching " + PATTERN + ")";

        /** Creates the check. */
        public HostnameOfStatus() {}

        @Override
        public boolean test(GatewayStatusAddress address) {
            return isHostname(address.type(), address.value());
        }
    }

    private static boolean isHostname(String type, @Nullable String value) {
        return !HOSTNAME.equals(type) || value == null || VALID.foundIn(value);
    }
}
