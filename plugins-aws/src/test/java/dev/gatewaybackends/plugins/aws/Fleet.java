// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.plugins.aws.ec2.Ec2AddressType;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Failure;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Selection;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import dev.gatewaybackends.plugins.aws.ec2.TagFilter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instances of the golden cases: {@code us-east-1} has some, {@code eu-north-1} has one that is private,
 * {@code eu-west-1} and {@code eu-west-2} fail, and no other region was listed yet. Backends named {@code kept...} had
 * endpoints before.
 */
final class Fleet implements Ec2Instances {
    private static final Ec2Listing US_EAST_1 = Ec2Inventory.of(List.of(
            instance("i-0d", "us-east-1b", "10.0.1.4", null, Map.of("app", "web")),
            instance("i-0c", "us-east-1a", "10.0.0.9", "198.51.100.9", Map.of("app", "web", "canary", "yes")),
            instance("i-0b", "us-east-1a", "10.0.0.10", null, Map.of("app", "web")),
            instance("i-0a", "us-east-1a", "10.0.0.4", "198.51.100.4", Map.of("app", "web")),
            instance("i-1a", "us-east-1a", "10.0.0.20", null, Map.of("app", "private-only")),
            instance("i-2b", "us-east-1a", "10.0.0.30", null, Map.of("app", "twins")),
            instance("i-2a", "us-east-1a", "10.0.0.30", null, Map.of("app", "twins")),
            instance("i-2c", "us-east-1b", "10.0.0.30", null, Map.of("app", "twins")),
            instance("i-3a", null, "10.0.0.40", null, Map.of("app", "odd")),
            instance("i-3b", "us-east-1c", null, null, Map.of("app", "odd")),
            instance("i-3c", "us-east-1c", "2001:db8::1", null, Map.of("app", "odd")),
            instance("i-3d", "us-east-1c", "", null, Map.of("app", "odd")),
            instance("i-4a", "us-east-1a", "10.0.0.50", null, Map.of("empty", ""))));
    private static final Ec2Listing EU_NORTH_1 =
            Ec2Inventory.of(List.of(instance("i-5a", "eu-north-1a", "10.1.0.4", null, Map.of())));
    private static final Ec2Listing DENIED =
            Ec2Failure.ofAwsError("UnauthorizedOperation", "You are not authorized to perform this operation");
    private static final Ec2Listing UNREACHABLE = Ec2Failure.ofAwsError("RequestLimitExceeded", null);
    private static final Ec2State BEFORE = Ec2State.next(
            null,
            new Ec2Selection("eu-west-1", 80, Ec2AddressType.PRIVATE_IP, List.of(TagFilter.keyValue("app", "web"))),
            Ec2Inventory.of(List.of(
                    instance("i-6a", "eu-west-1a", "10.2.0.4", null, Map.of("app", "web")),
                    instance("i-6b", "eu-west-1b", "10.2.1.4", null, Map.of("app", "web")))));

    private static Ec2Instance instance(
            String id,
            @Nullable String zone,
            @Nullable String privateIp,
            @Nullable String publicIp,
            Map<String, String> tags) {
        return new Ec2Instance(id, zone, privateIp, publicIp, tags);
    }

    @Override
    public @Nullable Ec2Listing listing(Ec2Scope scope) {
        return switch (scope.region()) {
            case "us-east-1" -> US_EAST_1;
            case "eu-north-1" -> EU_NORTH_1;
            case "eu-west-1" -> DENIED;
            case "eu-west-2" -> UNREACHABLE;
            default -> null;
        };
    }

    @Override
    public @Nullable Ec2State previous(ResourceKey backend) {
        return backend.name().startsWith("kept") ? BEFORE : null;
    }
}
