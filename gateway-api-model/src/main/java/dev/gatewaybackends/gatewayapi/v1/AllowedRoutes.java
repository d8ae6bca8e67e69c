// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Which routes may attach to a {@link Listener}. Mirrors {@code AllowedRoutes}.
 *
 * @param namespaces the namespaces they may be in; the one of the Gateway when null
 * @param kinds the kinds they may have; all kinds that fit the protocol when empty
 */
@ModelType
public record AllowedRoutes(
        @DefaultJson("{\"from\":\"Same\"}") @Valid RouteNamespaces namespaces,
        @Size(max = 8) List<@NotNull @Valid RouteGroupKind> kinds) {

    /** Copies the list, null becomes empty, and applies the default. */
    public AllowedRoutes {
        namespaces = namespaces == null ? RouteNamespacesBuilder.builder().build() : namespaces;
        kinds = Copies.list(kinds);
    }
}
