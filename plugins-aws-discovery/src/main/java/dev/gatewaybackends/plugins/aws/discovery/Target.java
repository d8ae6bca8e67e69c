// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import dev.gatewaybackends.settings.MessageStyle;
import org.jspecify.annotations.Nullable;

/**
 * What is listed at once, and with which keys.
 *
 * @param keys what the Secret of the scope holds; null where the scope has none
 */
record Target(Ec2Scope scope, @Nullable AwsKeys keys) {
    /** Returns whether a client for the one serves for the other: the same scope, and a Secret with the same keys. */
    boolean sharesClientWith(Target other) {
        return scope.equals(other.scope)
                && (keys == null ? other.keys == null : other.keys != null && same(keys, other.keys));
    }

    private static boolean same(AwsKeys one, AwsKeys other) {
        return one.accessKey().equals(other.accessKey())
                && one.secretKey().equals(other.secretKey())
                && one.sessionToken().equals(other.sessionToken())
                && one.problems(MessageStyle.PLAIN).equals(other.problems(MessageStyle.PLAIN));
    }
}
