// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.spi.envoy.IpAddresses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All running instances of an {@link Ec2Scope}, indexed by their tags. Immutable.
 *
 * <p>Build one for each listing and share it: the index makes a selection cost as much as the rarest of its tags is common,
 * however many instances there are.
 */
public final class Ec2Inventory implements Ec2Listing {
    private final List<Ec2Instance> instances;
    private final Map<String, List<Ec2Instance>> byKey = new HashMap<>();
    private final Map<TagKeyValue, List<Ec2Instance>> byKeyValue = new HashMap<>();

    private Ec2Inventory(Collection<Ec2Instance> instances) {
        this.instances = List.copyOf(instances);
        for (Ec2Instance instance : this.instances) {
            instance.tags().forEach((key, value) -> {
                byKey.computeIfAbsent(key, any -> new ArrayList<>(1)).add(instance);
                byKeyValue
                        .computeIfAbsent(new TagKeyValue(key, value), any -> new ArrayList<>(1))
                        .add(instance);
            });
        }
    }

    /** Returns these instances; those without an address of the kind that is asked for are never selected. */
    public static Ec2Inventory of(Collection<Ec2Instance> instances) {
        return new Ec2Inventory(instances);
    }

    /** Returns the instances in the order in which they were given. */
    public List<Ec2Instance> instances() {
        return instances;
    }

    /** Returns the endpoints of the instances that a Backend selects, in the order of {@link Ec2Endpoint}. */
    public List<Ec2Endpoint> select(Ec2Selection selection) {
        List<Ec2Endpoint> selected = new ArrayList<>();
        for (Ec2Instance instance : candidates(selection.filters())) {
            String address = instance.address(selection.addressType());
            if (address != null && IpAddresses.isIpv4(address) && meetsAll(instance, selection.filters())) {
                String zone = instance.zone();
                selected.add(new Ec2Endpoint(zone == null ? "" : zone, address, instance.instanceId()));
            }
        }
        selected.sort(null);
        return List.copyOf(selected);
    }

    /** Returns the instances that meet the filter which the fewest meet. */
    private List<Ec2Instance> candidates(List<TagFilter> filters) {
        List<Ec2Instance> fewest = instances;
        for (TagFilter filter : filters) {
            TagKeyValue tag = filter.keyValue();
            List<Ec2Instance> meeting =
                    tag == null ? byKey.getOrDefault(filter.key(), List.of()) : byKeyValue.getOrDefault(tag, List.of());
            fewest = meeting.size() < fewest.size() ? meeting : fewest;
        }
        return fewest;
    }

    private static boolean meetsAll(Ec2Instance instance, List<TagFilter> filters) {
        for (TagFilter filter : filters) {
            if (!instance.meets(filter)) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many instances there are. */
    @Override
    public String toString() {
        return "Ec2Inventory[" + instances.size() + " instances]";
    }
}
