// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.settings.Setting;
import java.util.List;

/** The settings of priority groups. */
public final class PriorityGroupsSettings {
    /** Whether the cluster speaks what its members' {@code appProtocol} says; kgateway always speaks HTTP/1.1. */
    public static final Setting<Boolean> USE_APP_PROTOCOL = Setting.of("priority-groups.use-app-protocol", true)
            .kgateway(version -> false)
            .describedAs(
                    "Whether the cluster speaks what its members' `appProtocol` says, and members that disagree are "
                            + "refused; else it speaks HTTP/1.1 whatever they say.");

    private PriorityGroupsSettings() {}

    /** Returns all of them. */
    static List<Setting<?>> all() {
        return List.of(USE_APP_PROTOCOL);
    }
}
