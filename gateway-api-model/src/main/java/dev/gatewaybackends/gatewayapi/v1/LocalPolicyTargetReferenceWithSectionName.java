// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.Group;
import dev.gatewaybackends.gatewayapi.scalar.Kind;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.gatewayapi.scalar.SectionName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the target of a policy, or to a part of it, in the namespace of the policy. Mirrors {@code
 * LocalPolicyTargetReferenceWithSectionName}.
 *
 * @param group the group of the target; empty for the core group
 * @param kind the kind of the target
 * @param name the name of the target
 * @param sectionName the port name of a Service, the listener of a Gateway; the whole target when null
 */
@ModelType
public record LocalPolicyTargetReferenceWithSectionName(
        @NotNull @Group String group,
        @NotNull @Kind String kind,
        @NotNull @ObjectName String name,
        @Nullable @SectionName String sectionName) {

    /** Returns a reference to a whole object. */
    public static LocalPolicyTargetReferenceWithSectionName of(String group, String kind, String name) {
        return new LocalPolicyTargetReferenceWithSectionName(group, kind, name, null);
    }
}
