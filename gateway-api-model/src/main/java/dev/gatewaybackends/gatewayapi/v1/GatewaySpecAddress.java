// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.IpAddressFor;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.AddressType;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * A requested address of a {@link Gateway}. Mirrors {@code GatewaySpecAddress}.
 *
 * @param type {@code IPAddress}, {@code Hostname}, or a type of the implementation; {@code IPAddress} when null
 * @param value the address; the implementation chooses one of this type when null
 */
@ModelType
@IpAddressFor(type = GatewayAddressRules.IP_ADDRESS, field = "value")
@Rule(check = GatewayAddressRules.HostnameOfSpec.class, message = GatewayAddressRules.HostnameOfSpec.MESSAGE)
public record GatewaySpecAddress(
        @DefaultJson("\"IPAddress\"") @AddressType String type,
        @Nullable @Chars(max = 253) String value) {

    /** Applies the default. */
    public GatewaySpecAddress {
        type = type == null ? GatewayAddressRules.IP_ADDRESS : type;
    }
}
