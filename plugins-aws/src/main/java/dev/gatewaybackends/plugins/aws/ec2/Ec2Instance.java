// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.model.Copies;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A running instance, as {@code DescribeInstances} shows it. Immutable.
 *
 * @param instanceId its ID
 * @param zone its availability zone; null if it has no placement
 * @param privateIp its private IPv4 address; null if it has none
 * @param publicIp its public IPv4 address; null if it has none
 * @param tags its tags
 */
public record Ec2Instance(
        String instanceId,
        @Nullable String zone,
        @Nullable String privateIp,
        @Nullable String publicIp,
        Map<String, String> tags) {

    /** Requires an ID and copies the tags. */
    public Ec2Instance {
        Objects.requireNonNull(instanceId, "instanceId");
        tags = Copies.map(tags);
    }

    /** Returns the address of a kind; null if it has none. */
    public @Nullable String address(Ec2AddressType type) {
        return type == Ec2AddressType.PUBLIC_IP ? publicIp : privateIp;
    }

    boolean meets(TagFilter filter) {
        TagKeyValue tag = filter.keyValue();
        return tag == null ? tags.containsKey(filter.key()) : tag.value().equals(tags.get(tag.key()));
    }
}
