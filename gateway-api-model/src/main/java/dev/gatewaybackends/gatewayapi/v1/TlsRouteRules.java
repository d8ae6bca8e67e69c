// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.CrdPattern;
import dev.gatewaybackends.constraints.IpAddressText;

/** CEL rules for the hostnames of a {@link TlsRoute}. */
final class TlsRouteRules {
    private static final CrdPattern NAME =
            CrdPattern.compile("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$");

    private TlsRouteRules() {}

    /** No hostname is an IP address. */
    static final class NoIpAddress extends Each<String> {
        NoIpAddress() {
            super(hostname -> !IpAddressText.isCelIp(hostname));
        }
    }

    /** A hostname without wildcard is a DNS name. */
    static final class Rfc1123 extends Each<String> {
        Rfc1123() {
            super(hostname -> hostname.indexOf('*') >= 0 || NAME.foundIn(hostname));
        }
    }

    /** A wildcard is the first label of a hostname, and the rest is a DNS name. */
    static final class WildcardFirst extends Each<String> {
        WildcardFirst() {
            super(hostname ->
                    hostname.indexOf('*') < 0 || (hostname.startsWith("*.") && NAME.foundIn(hostname.substring(2))));
        }
    }
}
