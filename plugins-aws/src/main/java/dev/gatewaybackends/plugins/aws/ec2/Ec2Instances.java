// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.ec2;

import dev.gatewaybackends.diagnostics.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * Where the instances of EC2 Backends come from: what was last heard from AWS, or a list from anywhere.
 *
 * <p>Give an implementation to {@code new AwsPlugin(instances)} and that plugin to {@code PluginRegistry.builder().add}.
 * Translation calls it from any thread, once for each Backend that it translates. An answer must come at once, from memory,
 * and must not throw: something that asks AWS does so on a thread of its own, on its own schedule, publishes each result as
 * an immutable whole, and translates again what depends on it. Then equal answers mean equal output.
 *
 * <p>Such an implementation lists each {@link Ec2Scope} once for all Backends in it, independently of other scopes, and
 * replaces its AWS client when the Secret of the scope changes. After each listing it computes {@link Ec2State#next} for each
 * Backend and remembers the result for {@link #previous}, so that a failure later on keeps what was found.
 */
@FunctionalInterface
public interface Ec2Instances {
    /** Nothing was listed yet, and never will be. */
    Ec2Instances NONE = scope -> null;

    /** Returns what the last listing of a scope gave; null if there was none yet. */
    @Nullable
    Ec2Listing listing(Ec2Scope scope);

    /** Returns the state of a Backend after an earlier listing; null if it is not known. */
    default @Nullable Ec2State previous(ResourceKey backend) {
        return null;
    }
}
