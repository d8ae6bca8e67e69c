// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import java.util.function.Predicate;

/** What the CRD says about the parts of an {@link AwsAuth}. */
final class AwsAuthRules {
    private AwsAuthRules() {}

    /** A reference to a Secret stands only beside its type. */
    static final class OnlySecretHasRef implements Predicate<AwsAuth> {
        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() == null || auth.secretRef() == null || auth.type() == AwsAuthType.SECRET;
        }
    }

    /** The type Secret comes with a reference. */
    static final class SecretHasRef implements Predicate<AwsAuth> {
        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() != AwsAuthType.SECRET || auth.secretRef() != null;
        }
    }

    /** A role stands only beside its type. */
    static final class OnlyAssumeRoleHasRole implements Predicate<AwsAuth> {
        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() == null || auth.assumeRole() == null || auth.type() == AwsAuthType.ASSUME_ROLE;
        }
    }

    /** The type AssumeRole comes with a role. */
    static final class AssumeRoleHasRole implements Predicate<AwsAuth> {
        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() != AwsAuthType.ASSUME_ROLE || auth.assumeRole() != null;
        }
    }
}
