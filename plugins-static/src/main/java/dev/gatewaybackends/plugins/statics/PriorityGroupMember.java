// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;

/**
 * A reference to a Backend of the same namespace. Mirrors {@code spec.priorityGroups[].backendRefs[]}, which is Kubernetes'
 * {@code LocalObjectReference}.
 *
 * @param name the name of the Backend, which must be a static one; the empty default is refused
 */
@ModelType
public record PriorityGroupMember(@DefaultJson("\"\"") String name) {
    /** Returns a reference to the Backend of this name. */
    public static PriorityGroupMember of(String name) {
        return new PriorityGroupMember(name);
    }
}
