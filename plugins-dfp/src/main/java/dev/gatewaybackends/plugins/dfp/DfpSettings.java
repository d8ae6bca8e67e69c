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

    private DfpSettings() {}

    /** Returns all of them. */
    static List<Setting<?>> all() {
        return List.of(EXPLICIT_SAN_VALIDATION);
    }
}
