// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A reference to the target of a policy, in the namespace of the policy. Mirrors {@code LocalPolicyTargetReference}.
 *
 * @param group the group of the target; empty for the core group
 * @param kind the kind of the target
 * @param name the name of the target
 */
@ModelType
public record LocalPolicyTargetReference(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @ObjectName String name) {

    /** Returns a reference. */
    public static LocalPolicyTargetReference of(String group, String kind, String name) {
        return new LocalPolicyTargetReference(group, kind, name);
    }
}
