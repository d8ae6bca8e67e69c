// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.kubernetes.meta.v1.Condition;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a controller says about a {@link Gateway}. Mirrors {@code GatewayStatus}.
 *
 * @param addresses the addresses that it has
 * @param conditions what the controller says; conditions with status {@code Unknown} when null
 * @param listeners the statuses of single listeners
 * @param attachedListenerSets the number of ListenerSets that add listeners to it
 */
@ModelType
public record GatewayStatus(
        @Size(max = 16) List<@NotNull @Valid GatewayStatusAddress> addresses,

        @DefaultJson(PendingConditions.ACCEPTED_AND_PROGRAMMED_JSON) @UniqueBy("type") @Size(max = 8)
        List<@NotNull @Valid Condition> conditions,

        @UniqueBy("name") @Size(max = 64) List<@NotNull @Valid ListenerStatus> listeners,
        @Nullable Integer attachedListenerSets) {

    /** Copies the lists; null becomes empty, except for the conditions, which get the default. */
    public GatewayStatus {
        addresses = Copies.list(addresses);
        conditions = conditions == null ? PendingConditions.ACCEPTED_AND_PROGRAMMED : Copies.list(conditions);
        listeners = Copies.list(listeners);
    }
}
