// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The TLS settings of a {@link Gateway} for connections of clients. Mirrors {@code FrontendTLSConfig}.
 *
 * @param defaultConfig the settings of all ports without an entry of their own; {@code default} in JSON
 * @param perPort the settings of single ports
 */
@ModelType
public record FrontendTlsConfig(
        @JsonProperty("default") @NotNull @Valid TlsConfig defaultConfig,

        @UniqueBy("port")
        @Size(max = 64)
        @Rule(
                check = FrontendTlsRules.DistinctPorts.class,
                message = "Port for TLS configuration must be unique within the Gateway")
        List<@NotNull @Valid TlsPortConfig> perPort) {

    /** Copies the list; null becomes empty. */
    public FrontendTlsConfig {
        perPort = Copies.list(perPort);
    }
}
