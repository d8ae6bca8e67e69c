// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.constraints.CrdPattern;
import dev.gatewaybackends.constraints.IpAddressText;

/** What holds for the hostnames of a TLSRoute. */
public final class TlsRouteRules {
    private static final CrdPattern NAME =
            CrdPattern.compile("^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$");

    private TlsRouteRules() {}

    /** No hostname is an IP address. */
    public static final class NoIpAddress extends Each<String> {
        /** Creates the check. */
        public NoIpAddress() {
            super(hostname -> !IpAddressText.isCelIp(hostname));
        }
    }

    /** A hostname without wildcard is a DNS name. */
    public static final class Rfc1123 extends Each<String> {
        /** Creates the check. */
        public Rfc1123() {
            super(hostname -> hostname.indexOf('*') >= 0 || NAME.foundIn(hostname));
        }
    }

    /** A wildcard is the first label of a hostname, and the rest is a DNS name. */
    public static final class WildcardFirst extends Each<String> {
        /** Creates the check. */
        public WildcardFirst() {
            super(hostname ->
                    hostname.indexOf('*') < 0 || (hostname.startsWith("*.") && NAME.foundIn(hostname.substring(2))));
        }
    }
}
