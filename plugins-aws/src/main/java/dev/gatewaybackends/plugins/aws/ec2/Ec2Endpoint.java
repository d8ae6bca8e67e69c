// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import java.util.Comparator;

/**
 * An instance that a Backend selects. Immutable; ordered by zone, address and instance, each as plain text.
 *
 * @param zone its availability zone; empty if it has none
 * @param address its IPv4 address
 * @param instanceId its ID
 */
public record Ec2Endpoint(String zone, String address, String instanceId) implements Comparable<Ec2Endpoint> {
    private static final Comparator<Ec2Endpoint> ORDER = Comparator.comparing(Ec2Endpoint::zone)
            .thenComparing(Ec2Endpoint::address)
            .thenComparing(Ec2Endpoint::instanceId);

    @Override
    public int compareTo(Ec2Endpoint other) {
        return ORDER.compare(this, other);
    }

    boolean isAtSameAddress(Ec2Endpoint other) {
        return address.equals(other.address) && zone.equals(other.zone);
    }
}
