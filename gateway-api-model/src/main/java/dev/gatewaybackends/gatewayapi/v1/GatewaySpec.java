// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.scalar.ObjectName;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.Experimental;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The listeners and addresses of a {@link Gateway}. Mirrors {@code GatewaySpec}.
 *
 * @param gatewayClassName the {@link GatewayClass}
 * @param listeners the listeners; null only before validation
 * @param addresses the requested addresses; the implementation chooses when empty
 * @param infrastructure the settings of resources that the implementation creates
 * @param allowedListeners which ListenerSets may add listeners; none when null
 * @param tls the TLS settings of all listeners
 * @param defaultScope the scope in which it is a default Gateway; none when null
 */
@ModelType
public record GatewaySpec(
        @NotNull @ObjectName String gatewayClassName,
        @NotNull @UniqueBy("name") @Listeners List<@NotNull @Valid Listener> listeners,

        @Size(max = 16)
        @Rule(check = GatewayAddressRules.DistinctIpAddresses.class, message = "IPAddress values must be unique")
        @Rule(check = GatewayAddressRules.DistinctHostnames.class, message = "Hostname values must be unique")
        List<@NotNull @Valid GatewaySpecAddress> addresses,

        @Nullable @Valid GatewayInfrastructure infrastructure,
        @Nullable @Valid AllowedListeners allowedListeners,
        @Nullable @Valid GatewayTlsConfig tls,
        @Experimental @Nullable GatewayDefaultScope defaultScope) {

    /** Copies the lists; no addresses become an empty list. */
    public GatewaySpec {
        listeners = Copies.requiredList(listeners);
        addresses = Copies.list(addresses);
    }
}
