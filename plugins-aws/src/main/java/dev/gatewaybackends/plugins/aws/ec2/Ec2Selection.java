// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import java.util.List;
import java.util.Objects;

/**
 * Which instances of a listing a Backend selects, and where they are reached. As long as it stays equal, endpoints that were
 * found stay valid. Immutable.
 *
 * @param region the region
 * @param port the TCP port
 * @param addressType which of an instance's addresses gets the traffic
 * @param filters what an instance must be like, all of them
 */
public record Ec2Selection(String region, int port, Ec2AddressType addressType, List<TagFilter> filters) {

    /** Copies the filters. */
    public Ec2Selection {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(addressType, "addressType");
        filters = List.copyOf(filters);
    }
}
