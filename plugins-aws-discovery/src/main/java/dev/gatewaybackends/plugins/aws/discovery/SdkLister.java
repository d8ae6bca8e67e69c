// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Lists with {@code DescribeInstances}, page by page. Thread-safe. */
final class SdkLister implements ScopeLister {
    private static final System.Logger LOGGER = System.getLogger(SdkLister.class.getName());
    private static final Filter RUNNING =
            Filter.builder().name("instance-state-name").values("running").build();
    private static final int PAGE = 1000;
    /** What the AWS SDK puts in place of the request ID that every answer of AWS has. */
    private static final String NO_REQUEST_ID = "UNKNOWN";

    private final Target target;
    private final SdkListers sdk;
    private final SeenCredentials seen = new SeenCredentials();
    private SdkListers.@Nullable Clients clients;
    private boolean closed;

    SdkLister(Target target, SdkListers sdk) {
        this.target = target;
        this.sdk = sdk;
    }

    @Override
    public Ec2Listing list() {
        try {
            return list(ec2());
        } catch (RuntimeException e) {
            // Its message is for the failure only, where credentials are taken out of it.
            LOGGER.log(
                    System.Logger.Level.DEBUG,
                    () -> target.scope() + ": " + e.getClass().getName());
            return AwsFailures.of(e, seen);
        }
    }

    private Ec2Listing list(Ec2Client ec2) {
        // Instances may move from one page to the next while they are listed.
        Map<String, Ec2Instance> instances = new LinkedHashMap<>();
        String token = null;
        do {
            DescribeInstancesResponse page = ec2.describeInstances(DescribeInstancesRequest.builder()
                    .filters(RUNNING)
                    .maxResults(PAGE)
                    .nextToken(token)
                    .build());
            if (NO_REQUEST_ID.equals(page.responseMetadata().requestId())) {
                // Another server answers, such as a login page: the region may have instances all the same.
                return AwsFailures.notOfEc2("it has no request ID");
            }
            String next = page.nextToken();
            if (next != null && next.equals(token)) {
                return AwsFailures.notOfEc2("a page names itself as the next one");
            }
            for (Reservation reservation : page.reservations()) {
                for (Instance instance : reservation.instances()) {
                    add(instance, instances);
                }
            }
            token = next;
        } while (token != null && !token.isEmpty());
        return Ec2Inventory.of(instances.values());
    }

    private void add(Instance instance, Map<String, Ec2Instance> instances) {
        String id = instance.instanceId();
        String privateIp = orNull(instance.privateIpAddress());
        String publicIp = orNull(instance.publicIpAddress());
        if (id == null || (privateIp == null && publicIp == null)) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> target.scope() + ": " + id + " has no IPv4 address");
            return;
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : instance.tags()) {
            if (tag.key() != null) {
                tags.put(tag.key(), tag.value() == null ? "" : tag.value());
            }
        }
        String zone = instance.placement() == null
                ? null
                : orNull(instance.placement().availabilityZone());
        instances.put(id, new Ec2Instance(id, zone, privateIp, publicIp, tags));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private Ec2Client ec2() {
        synchronized (this) {
            if (clients != null) {
                return clients.ec2();
            }
        }
        // Outside the lock, because it may take a second and closing must not wait for it.
        SdkListers.Clients opened = sdk.open(target, seen);
        synchronized (this) {
            if (clients == null && !closed) {
                clients = opened;
                return opened.ec2();
            }
        }
        opened.close();
        throw new CancellationException();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (clients != null) {
            clients.close();
        }
    }
}
