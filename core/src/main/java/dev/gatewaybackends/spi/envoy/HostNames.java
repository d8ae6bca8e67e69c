// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import org.jspecify.annotations.Nullable;

/** Tells which hosts a proxy can make nothing of, although a CRD and Envoy take them. */
public final class HostNames {
    private static final int MAX_NAME = 253;

    private HostNames() {}

    /**
     * Returns why nothing is ever reached under this host, as a phrase for a diagnostic; null for an IP address or a DNS name.
     * An underscore is no part of a host name, but DNS serves it.
     *
     * @param host the text as it stands in the cluster, without brackets
     */
    public static @Nullable String problem(String host) {
        if (IpAddresses.isIp(host)) {
            String zone = host.substring(host.indexOf('%') + 1);
            return zone.length() < host.length() && !zone.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? "Envoy refuses the cluster unless the proxy has a network interface named \"" + zone + "\""
                    : null;
        }
        if (host.length() > MAX_NAME) {
            return "a DNS name of " + host.length() + " characters never resolves (at most " + MAX_NAME + ")";
        }
        boolean isName = !host.isEmpty() && host.chars().allMatch(HostNames::isAllowed);
        return isName
                ? null
                : "\"" + host + "\" is neither an IP address nor a DNS name, so it never resolves (expected: a bare "
                        + "host, without scheme, port or path)";
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._".indexOf(c) >= 0;
    }
}
