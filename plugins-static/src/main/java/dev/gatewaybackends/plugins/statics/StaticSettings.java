// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.Setting;
import java.util.List;

/** The settings of static Backends. */
public final class StaticSettings {
    /** Whether {@code [::1]} is the IP address {@code ::1}; kgateway takes it for a DNS name, which never resolves. */
    public static final Setting<Boolean> IPV6_IN_BRACKETS = Setting.of("static.ipv6-in-brackets", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether a host in brackets, such as `[::1]`, is an IPv6 address; else it is a DNS name that never "
                            + "resolves.");

    /** Whether only the hosts before one without a port are kept, as kgateway 2.1 does; else such a Backend is refused. */
    public static final Setting<Boolean> TRUNCATE_AT_BAD_HOST = Setting.of("static.truncate-at-bad-host", false)
            .kgateway(version -> !version.isAtLeast(KgatewayVersion.V2_2))
            .describedAs("Whether a host with port 0 ends the list of hosts; else such a Backend is refused.");

    private StaticSettings() {}

    /** Returns all of them. */
    static List<Setting<?>> all() {
        return List.of(IPV6_IN_BRACKETS, TRUNCATE_AT_BAD_HOST);
    }
}
