// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.dfp;

import dev.gatewaybackends.settings.Setting;
import java.util.List;

/** The settings of dynamic forward proxies. */
public final class DfpSettings {
    /** Whether a cluster with TLS says in so many words that SNI and the checked name are those of the request's host. */
    public static final Setting<Boolean> EXPLICIT_SAN_VALIDATION = Setting.of("dfp.explicit-san-validation", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether a cluster with TLS sets `auto_sni` and `auto_san_validation`; else Envoy's defaults do the "
                            + "same, until a policy sets any HTTP option.");

    /** Whether the hosts that requests name are looked up with {@code core.dns-lookup-family}. */
    public static final Setting<Boolean> APPLY_DNS_LOOKUP_FAMILY = Setting.of("dfp.apply-dns-lookup-family", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the hosts that requests name are looked up with `core.dns-lookup-family`; else with Envoy's "
                            + "default, IPv6 first.");

    private DfpSettings() {}

    /** Returns all of them. */
    static List<Setting<?>> all() {
        return List.of(APPLY_DNS_LOOKUP_FAMILY, EXPLICIT_SAN_VALIDATION);
    }
}
