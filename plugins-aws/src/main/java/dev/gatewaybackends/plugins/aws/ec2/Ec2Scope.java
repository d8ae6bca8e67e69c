// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.plugins.aws.signing.AssumeRole;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsAuthType;
import dev.gatewaybackends.plugins.aws.signing.SecretReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one listing of instances covers: a region, seen with one set of credentials. All Backends of a scope share a listing.
 *
 * @param region the region
 * @param roleArn the role that lists the instances; null without one
 * @param secret the Secret whose keys list the instances; null without one
 */
public record Ec2Scope(
        String region, @Nullable String roleArn, @Nullable ResourceKey secret) {

    /** Requires a region. */
    public Ec2Scope {
        Objects.requireNonNull(region, "region");
    }

    /**
     * Returns the scope of a Backend.
     *
     * @param auth the Backend's own; null for the credentials of the process that lists the instances
     * @param namespace the Backend's namespace, in which its Secret is
     */
    public static Ec2Scope of(String region, @Nullable AwsAuth auth, String namespace) {
        if (auth == null) {
            return new Ec2Scope(region, null, null);
        }
        AssumeRole role = auth.assumeRole();
        SecretReference secret = auth.secretRef();
        return new Ec2Scope(
                region,
                auth.type() == AwsAuthType.ASSUME_ROLE && role != null ? role.roleArn() : null,
                auth.type() == AwsAuthType.SECRET && secret != null
                        ? new ResourceKey(Secret.GROUP, Secret.KIND, namespace, secret.name())
                        : null);
    }
}
