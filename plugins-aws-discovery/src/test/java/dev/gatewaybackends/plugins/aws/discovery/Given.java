// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.SecretBuilder;
import dev.gatewaybackends.plugins.aws.AwsBackend;
import dev.gatewaybackends.plugins.aws.AwsBackendBuilder;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Endpoint;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2State;
import dev.gatewaybackends.plugins.aws.ec2.TagFilter;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.settings.TranslationSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the tests give a discovery, and how they look at it. */
final class Given {
    static final String REGION = "eu-west-1";
    static final String ROLE = "arn:aws:iam::123456789012:role/lister";
    static final TranslationSettings ENABLED =
            TranslationSettings.builder().set(AwsSettings.EC2_ENABLED, true).build();

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private Given() {}

    /** Returns a Backend of namespace shop that selects the instances with the tag app of its name. */
    static Backend backend(String name, String region, @Nullable AwsAuth auth) {
        return backend(name, region, auth, TagFilter.keyValue("app", name));
    }

    static Backend backend(String name, String region, @Nullable AwsAuth auth, TagFilter... filters) {
        AwsBackend aws = AwsBackendBuilder.builder()
                .region(region)
                .ec2(AwsEc2.of(8080, filters))
                .auth(auth)
                .build();
        return Backend.of(ObjectMeta.of("shop", name), aws);
    }

    static ResourceKey key(String name) {
        return new ResourceKey(Backend.GROUP, Backend.KIND, "shop", name);
    }

    static Secret secret(String name, String accessKey, String secretKey) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("accessKey", accessKey);
        data.put("secretKey", secretKey);
        return SecretBuilder.builder()
                .metadata(ObjectMeta.of("shop", name))
                .stringData(data)
                .build();
    }

    static Ec2Instance instance(String id, String app, String privateIp) {
        return new Ec2Instance(id, REGION + "a", privateIp, null, Map.of("app", app));
    }

    static List<String> addresses(Ec2Instances instances, String backend) {
        Ec2State state = instances.previous(key(backend));
        return state == null
                ? List.of()
                : state.endpoints().stream().map(Ec2Endpoint::address).toList();
    }

    static String cause(Ec2Instances instances, String backend) {
        Ec2State state = instances.previous(key(backend));
        return state == null || state.failure() == null
                ? ""
                : state.failure().kind() + " " + state.failure().cause();
    }

    /** Waits until something is so. */
    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            pause(5);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
