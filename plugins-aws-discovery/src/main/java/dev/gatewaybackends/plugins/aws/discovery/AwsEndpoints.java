// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the APIs of AWS are, for those who do not reach them at their usual places: VPC endpoints, or a fake in a test. */
@FunctionalInterface
public interface AwsEndpoints {
    /** Everything is where AWS says it is. */
    AwsEndpoints USUAL = (service, region) -> null;

    /**
     * Returns where an API is; null for its usual place. Called from any thread.
     *
     * @param service {@code ec2}, or {@code sts} where a role is assumed
     * @param region the region of the Backends that are listed
     */
    @Nullable
    URI endpoint(String service, String region);
}
