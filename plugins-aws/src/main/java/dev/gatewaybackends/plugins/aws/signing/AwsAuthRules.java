// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import java.util.function.Predicate;

/** What the CRD says about the parts of an {@link AwsAuth}. */
public final class AwsAuthRules {
    private AwsAuthRules() {}

    /** A reference to a Secret stands only beside its type. */
    public static final class OnlySecretHasRef implements Predicate<AwsAuth> {
        /** Creates the check. */
        public OnlySecretHasRef() {}

        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() == null || auth.secretRef() == null || auth.type() == AwsAuthType.SECRET;
        }
    }

    /** The type Secret comes with a reference. */
    public static final class SecretHasRef implements Predicate<AwsAuth> {
        /** Creates the check. */
        public SecretHasRef() {}

        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() != AwsAuthType.SECRET || auth.secretRef() != null;
        }
    }

    /** A role stands only beside its type. */
    public static final class OnlyAssumeRoleHasRole implements Predicate<AwsAuth> {
        /** Creates the check. */
        public OnlyAssumeRoleHasRole() {}

        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() == null || auth.assumeRole() == null || auth.type() == AwsAuthType.ASSUME_ROLE;
        }
    }

    /** The type AssumeRole comes with a role. */
    public static final class AssumeRoleHasRole implements Predicate<AwsAuth> {
        /** Creates the check. */
        public AssumeRoleHasRole() {}

        @Override
        public boolean test(AwsAuth auth) {
            return auth.type() != AwsAuthType.ASSUME_ROLE || auth.assumeRole() != null;
        }
    }
}
