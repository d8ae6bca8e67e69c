// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which host names of routes fall within those of listeners. */
final class Hostnames {
    private static final String WILDCARD = "*.";

    private Hostnames() {}

    /** Returns whether a listener serves any of the host names; none on either side means all. */
    static boolean meet(@Nullable String listener, List<String> hostnames) {
        return listener == null
                || listener.isEmpty()
                || hostnames.isEmpty()
                || hostnames.stream().anyMatch(hostname -> meet(listener, hostname));
    }

    private static boolean meet(String one, String other) {
        return one.equals(other) || covers(one, other) || covers(other, one);
    }

    /** A wildcard stands for one label or several, so that it covers longer wildcards as well. */
    private static boolean covers(String wildcard, String hostname) {
        return wildcard.startsWith(WILDCARD)
                && hostname.length() > wildcard.length() - 1
                && hostname.endsWith(wildcard.substring(1));
    }
}
