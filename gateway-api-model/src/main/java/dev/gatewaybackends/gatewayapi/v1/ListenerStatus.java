// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.scalar.SectionName;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a controller says about a {@link Listener}. Mirrors {@code ListenerStatus} and, in a {@link ListenerSet},
 * {@code ListenerEntryStatus}, which has the same fields.
 *
 * @param name the name of the listener
 * @param supportedKinds the kinds of routes that may attach
 * @param attachedRoutes how many routes are attached
 * @param conditions what it says; null only before validation
 */
@ModelType
public record ListenerStatus(
        @NotNull @SectionName String name,
        @Size(max = 8) List<@NotNull @Valid RouteGroupKind> supportedKinds,
        @NotNull Integer attachedRoutes,
        @NotNull @UniqueBy("type") @Size(max = 8) List<@NotNull @Valid Condition> conditions) {

    /** Copies the lists; no kinds become an empty list. */
    public ListenerStatus {
        supportedKinds = Copies.list(supportedKinds);
        conditions = Copies.requiredList(conditions);
    }
}
