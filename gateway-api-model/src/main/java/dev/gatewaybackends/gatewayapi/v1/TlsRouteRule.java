// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.SectionName;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a {@link TlsRoute}: where TLS connections are sent. Mirrors {@code TLSRouteRule}.
 *
 * @param name the name
 * @param backendRefs the backends, in proportion to their weights; null only before validation
 */
@ModelType
public record TlsRouteRule(
        @Nullable @SectionName String name,
        @NotNull @Size(min = 1, max = 16) List<@NotNull @Valid BackendRef> backendRefs)
        implements RouteRule {

    /** Copies the list. */
    public TlsRouteRule {
        backendRefs = Copies.requiredList(backendRefs);
    }

    /** Returns a rule without name. */
    public static TlsRouteRule of(BackendRef... backendRefs) {
        return new TlsRouteRule(null, List.of(backendRefs));
    }
}
