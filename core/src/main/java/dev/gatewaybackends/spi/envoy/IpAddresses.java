// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi.envoy;

import dev.gatewaybackends.constraints.IpAddressText;
import java.util.Objects;

/**
 * Decides which hosts are IP addresses, for plugins, policies and checks alike.
 *
 * <p>kgateway and Envoy agree on it. Four decimal numbers without leading zeros are IPv4; RFC 4291 text, with an optional
 * zone such as {@code %eth0}, is IPv6. Brackets, ports, prefix lengths and blanks make it a name.
 */
public final class IpAddresses {
    private IpAddresses() {}

    /** Returns whether the text is an IPv4 or IPv6 address. */
    public static boolean isIp(String host) {
        Objects.requireNonNull(host, "host");
        return IpAddressText.isIp(host);
    }

    /** Returns whether the text is an IPv4 address. */
    public static boolean isIpv4(String host) {
        return IpAddressText.isIpv4(host);
    }

    /** Returns whether the text is an IPv6 address, with or without a zone. */
    public static boolean isIpv6(String host) {
        return IpAddressText.isIpv6(host);
    }
}
