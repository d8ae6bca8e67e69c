// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.settings;

/** Which addresses of a DNS name Envoy uses. Mirrors Envoy's {@code DnsLookupFamily}; the names are the same. */
public enum DnsLookupFamily {
    /** IPv6 addresses, and IPv4 ones if there are none. */
    AUTO,
    /** IPv4 addresses only. */
    V4_ONLY,
    /** IPv6 addresses only. */
    V6_ONLY,
    /** IPv4 addresses, and IPv6 ones if there are none. */
    V4_PREFERRED,
    /** Both. */
    ALL
}
