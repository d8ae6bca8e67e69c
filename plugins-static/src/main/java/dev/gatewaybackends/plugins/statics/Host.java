// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * One host of a {@link StaticBackend}. Mirrors {@code spec.static.hosts[]}.
 *
 * @param host an IP address or a DNS name
 * @param port the TCP port, 1 to 65535; the newer CRDs do not check the range, a semantic rule does
 */
@ModelType
public record Host(
        @NotNull @Chars(min = 1) String host,

        @NotNull
        @Min(value = 1, groups = KgatewayVersion.Crd2_0.class)
        @Max(value = 65535, groups = KgatewayVersion.Crd2_0.class)
        Integer port) {
    /** Returns a host. */
    public static Host of(String host, int port) {
        return new Host(host, port);
    }
}
