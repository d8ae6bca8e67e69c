// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.IpAddressFor;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.AddressType;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * An address that a Gateway has. Mirrors {@code GatewayStatusAddress}.
 *
 * @param type {@code IPAddress}, {@code Hostname}, or a type of the implementation; {@code IPAddress} when null
 * @param value the address
 */
@ModelType
@IpAddressFor(type = GatewayAddressRules.IP_ADDRESS, field = "value")
@Rule(check = GatewayAddressRules.HostnameOfStatus.class, message = GatewayAddressRules.HostnameOfStatus.MESSAGE)
public record GatewayStatusAddress(
        @DefaultJson("\"IPAddress\"") @AddressType String type,
        @NotNull @Chars(min = 1, max = 253) String value) {

    /** Applies the default. */
    public GatewayStatusAddress {
        type = type == null ? GatewayAddressRules.IP_ADDRESS : type;
    }
}
