// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixed list of hosts, each an IP address or a DNS name. Mirrors {@code spec.static}.
 *
 * @param hosts the hosts, at least one; they share the traffic
 * @param appProtocol what the hosts speak; HTTP/1.1 if null
 */
@ModelType
public record StaticBackend(
        @NotNull @Size(min = 1) List<@NotNull @Valid Host> hosts,
        @ExistsIn(from = KgatewayVersion.V2_1) @Nullable AppProtocol appProtocol)
        implements BackendSource {
    /** Copies the hosts; null stays null, which validation reports. */
    public StaticBackend {
        hosts = Copies.requiredList(hosts);
    }

    /** Returns hosts that speak HTTP/1.1. */
    public static StaticBackend of(Host... hosts) {
        return new StaticBackend(Arrays.asList(hosts), null);
    }
}
