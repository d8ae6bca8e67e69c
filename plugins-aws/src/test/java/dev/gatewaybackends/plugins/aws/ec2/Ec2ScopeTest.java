// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.plugins.aws.signing.AwsAuth;
import dev.gatewaybackends.plugins.aws.signing.AwsAuthType;
import org.junit.jupiter.api.Test;

class Ec2ScopeTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/list";

    @Test
    void of_noAuth_isTheRegionAlone() {
        assertThat(Ec2Scope.of("us-east-1", null, "shop")).isEqualTo(new Ec2Scope("us-east-1", null, null));
    }

    @Test
    void of_role_isTheSameInEveryNamespace() {
        assertThat(Ec2Scope.of("us-east-1", AwsAuth.assumeRole(ROLE), "shop"))
                .isEqualTo(new Ec2Scope("us-east-1", ROLE, null))
                .isEqualTo(Ec2Scope.of("us-east-1", AwsAuth.assumeRole(ROLE), "bank"));
    }

    @Test
    void of_secret_isItsNamespaces() {
        assertThat(Ec2Scope.of("us-east-1", AwsAuth.secret("keys"), "shop"))
                .isEqualTo(new Ec2Scope("us-east-1", null, new ResourceKey("", "Secret", "shop", "keys")))
                .isNotEqualTo(Ec2Scope.of("us-east-1", AwsAuth.secret("keys"), "bank"));
    }

    @Test
    void of_partsMissing_isTheRegionAlone() {
        assertThat(Ec2Scope.of("us-east-1", new AwsAuth(AwsAuthType.SECRET, null, null), "shop"))
                .isEqualTo(new Ec2Scope("us-east-1", null, null));
        assertThat(Ec2Scope.of("us-east-1", new AwsAuth(AwsAuthType.ASSUME_ROLE, null, null), "shop"))
                .isEqualTo(new Ec2Scope("us-east-1", null, null));
    }
}
