// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.List;

/**
 * A profile of translation.
 *
 * @param options what chooses it on the command line
 */
record Profile(String name, List<String> options) {
    /** Returns the default one, and kgateway's newest and oldest: what the versions between emit is found in one of them. */
    static List<Profile> all() {
        return List.of(
                new Profile("secure", List.of()), kgateway(KgatewayVersion.MAIN), kgateway(KgatewayVersion.V2_1));
    }

    private static Profile kgateway(KgatewayVersion version) {
        return new Profile(
                "kgateway " + version, List.of("--profile", "kgateway", "--kgateway-version", version.toString()));
    }

    @Override
    public String toString() {
        return name;
    }
}
