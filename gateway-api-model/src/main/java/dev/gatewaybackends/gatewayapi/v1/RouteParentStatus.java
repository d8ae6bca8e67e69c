// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.scalar.GatewayController;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What one controller says about a route and one of its parents. Mirrors {@code RouteParentStatus}.
 *
 * @param parentRef the parent, as the route refers to it
 * @param controllerName the controller
 * @param conditions what it says; null only before validation
 */
@ModelType
public record RouteParentStatus(
        @NotNull @Valid ParentReference parentRef,
        @NotNull @GatewayController String controllerName,
        @NotNull @UniqueBy("type") @Size(min = 1, max = 8) List<@NotNull @Valid Condition> conditions) {

    /** Copies the list. */
    public RouteParentStatus {
        conditions = Copies.requiredList(conditions);
    }
}
