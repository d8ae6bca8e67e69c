// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;

/** Lists the instances of one scope with one set of credentials; keeps the AWS clients for that. */
interface ScopeLister extends AutoCloseable {
    /** Makes the lister of a target, without calling AWS. */
    @FunctionalInterface
    interface Factory extends AutoCloseable {
        ScopeLister create(Target target);

        @Override
        default void close() {}
    }

    /** Returns the instances, or why they could not be listed. Blocks until then, or until it is interrupted. */
    Ec2Listing list();

    @Override
    void close();
}
