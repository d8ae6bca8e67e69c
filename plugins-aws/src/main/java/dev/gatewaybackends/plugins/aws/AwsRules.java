// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import java.util.function.Predicate;

/** What the CRD says about the parts of an {@link AwsBackend}. */
final class AwsRules {
    private AwsRules() {}

    /** A function has an account, its own or that of the Backend. */
    static final class LambdaHasAccount implements Predicate<AwsBackend> {
        @Override
        public boolean test(AwsBackend aws) {
            return aws.lambda() == null
                    || aws.accountId() != null
                    || aws.lambda().accountId() != null;
        }
    }

    /** Exactly one of the two services is meant. */
    static final class LambdaOrEc2 implements Predicate<AwsBackend> {
        /** The CRD's message. */
        static final String MESSAGE = "exactly one of the fields in [lambda ec2] must be set";

        @Override
        public boolean test(AwsBackend aws) {
            return (aws.lambda() == null) != (aws.ec2() == null);
        }
    }
}
