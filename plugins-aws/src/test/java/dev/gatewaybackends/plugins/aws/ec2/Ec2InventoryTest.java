// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ec2InventoryTest {
    @Test
    void select_noFilter_isEveryInstanceWithTheAddress() {
        Ec2Inventory inventory = Ec2Inventory.of(List.of(
                instance("i-1", "b", "10.0.0.1", null, Map.of()),
                instance("i-2", "a", "10.0.0.2", "198.51.100.2", Map.of()),
                instance("i-3", "a", null, "198.51.100.3", Map.of())));

        assertThat(inventory.select(selection(Ec2AddressType.PRIVATE_IP)))
                .containsExactly(new Ec2Endpoint("a", "10.0.0.2", "i-2"), new Ec2Endpoint("b", "10.0.0.1", "i-1"));
        assertThat(inventory.select(selection(Ec2AddressType.PUBLIC_IP)))
                .containsExactly(
                        new Ec2Endpoint("a", "198.51.100.2", "i-2"), new Ec2Endpoint("a", "198.51.100.3", "i-3"));
        assertThat(inventory).hasToString("Ec2Inventory[3 instances]");
    }

    @Test
    void select_filters_mustAllHold() {
        Ec2Inventory inventory = Ec2Inventory.of(List.of(
                instance("i-1", "a", "10.0.0.1", null, Map.of("app", "web", "env", "live")),
                instance("i-2", "a", "10.0.0.2", null, Map.of("app", "web")),
                instance("i-3", "a", "10.0.0.3", null, Map.of("env", "live"))));

        assertThat(ids(inventory, TagFilter.key("app"))).containsExactly("i-1", "i-2");
        assertThat(ids(inventory, TagFilter.keyValue("app", "web"), TagFilter.key("env")))
                .containsExactly("i-1");
        assertThat(ids(inventory, TagFilter.keyValue("app", "Web"))).isEmpty();
        assertThat(ids(inventory, TagFilter.key("App"))).isEmpty();
        assertThat(ids(inventory, TagFilter.key("absent"), TagFilter.key("app")))
                .isEmpty();
    }

    @Test
    void select_addresses_areOrderedAsText() {
        Ec2Inventory inventory = Ec2Inventory.of(List.of(
                instance("i-1", "a", "10.0.0.9", null, Map.of()),
                instance("i-2", "a", "10.0.0.10", null, Map.of()),
                instance("i-4", null, "10.0.0.9", null, Map.of()),
                instance("i-3", "a", "10.0.0.9", null, Map.of())));

        assertThat(inventory.select(selection(Ec2AddressType.PRIVATE_IP)))
                .extracting(Ec2Endpoint::instanceId)
                .containsExactly("i-4", "i-2", "i-1", "i-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2001:db8::1", "host.example", "10.0.0.256", " 10.0.0.1"})
    void select_noIpv4Address_isPassedOver(String address) {
        Ec2Inventory inventory = Ec2Inventory.of(List.of(instance("i-1", "a", address, null, Map.of())));

        assertThat(inventory.select(selection(Ec2AddressType.PRIVATE_IP))).isEmpty();
    }

    /** The index must not select anything else than a look at every instance would. */
    @Test
    void select_randomTags_equalsALookAtEveryInstance() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Ec2Instance> instances = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Map<String, String> tags = new LinkedHashMap<>();
                for (int tag = 0; tag < 3; tag++) {
                    tags.put("k" + random.nextInt(4), "v" + random.nextInt(3));
                }
                instances.add(instance("i-" + i, "z" + random.nextInt(3), "10.0.0." + i, null, tags));
            }
            List<TagFilter> filters = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                filters.add(
                        random.nextBoolean()
                                ? TagFilter.key("k" + random.nextInt(4))
                                : TagFilter.keyValue("k" + random.nextInt(4), "v" + random.nextInt(3)));
            }
            List<String> expected = instances.stream()
                    .filter(instance -> filters.stream().allMatch(instance::meets))
                    .map(Ec2Instance::instanceId)
                    .toList();
            List<Ec2Instance> shuffled = new ArrayList<>(instances);
            Collections.shuffle(shuffled, random);

            List<Ec2Endpoint> selected = Ec2Inventory.of(shuffled)
                    .select(new Ec2Selection("us-east-1", 80, Ec2AddressType.PRIVATE_IP, filters));

            assertThat(selected)
                    .isSorted()
                    .extracting(Ec2Endpoint::instanceId)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> ids(Ec2Inventory inventory, TagFilter... filters) {
        return inventory.select(new Ec2Selection("us-east-1", 80, Ec2AddressType.PRIVATE_IP, List.of(filters))).stream()
                .map(Ec2Endpoint::instanceId)
                .toList();
    }

    private static Ec2Selection selection(Ec2AddressType type) {
        return new Ec2Selection("us-east-1", 80, type, List.of());
    }

    private static Ec2Instance instance(
            String id,
            @Nullable String zone,
            @Nullable String privateIp,
            @Nullable String publicIp,
            Map<String, String> tags) {
        return new Ec2Instance(id, zone, privateIp, publicIp, tags);
    }
}
