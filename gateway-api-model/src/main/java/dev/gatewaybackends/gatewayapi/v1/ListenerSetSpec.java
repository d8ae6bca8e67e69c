// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * The listeners of a {@link ListenerSet} and the Gateway that they are added to. Mirrors {@code ListenerSetSpec}.
 *
 * @param parentRef the Gateway
 * @param listeners the listeners; null only before validation
 */
@ModelType
public record ListenerSetSpec(
        @NotNull @Valid ParentGatewayReference parentRef,
        @NotNull @UniqueBy("name") @Listeners List<@NotNull @Valid Listener> listeners) {

    /** Copies the list. */
    public ListenerSetSpec {
        listeners = Copies.requiredList(listeners);
    }
}
