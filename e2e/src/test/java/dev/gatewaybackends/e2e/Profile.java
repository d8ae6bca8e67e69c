// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.e2e;

import dev.gatewaybackends.schema.KgatewayVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A profile of translation.
 *
 * @param options what chooses it on the command line
 */
record Profile(String name, List<String> options) {
    /** Returns all of them. */
    static List<Profile> all() {
        List<Profile> all = new ArrayList<>();
        all.add(new Profile("secure", List.of()));
        for (KgatewayVersion version : KgatewayVersion.values()) {
            if (version.isAtLeast(KgatewayVersion.V2_1)) {
                all.add(new Profile(
                        "kgateway " + version,
                        List.of("--profile", "kgateway", "--kgateway-version", version.toString())));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
