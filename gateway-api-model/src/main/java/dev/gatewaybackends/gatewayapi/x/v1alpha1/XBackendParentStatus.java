// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.scalar.GatewayController;
import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What one controller says about an {@link XBackend} and one of its parents. Mirrors {@code BackendParentStatus}.
 *
 * @param parentRef the parent, usually a Gateway
 * @param controllerName the controller
 * @param conditions what it says
 */
@ModelType
public record XBackendParentStatus(
        @NotNull @Valid ParentReference parentRef,
        @NotNull @GatewayController String controllerName,
        @UniqueBy("type") List<@NotNull @Valid Condition> conditions) {

    /** Copies the list; null becomes empty. */
    public XBackendParentStatus {
        conditions = Copies.list(conditions);
    }
}
