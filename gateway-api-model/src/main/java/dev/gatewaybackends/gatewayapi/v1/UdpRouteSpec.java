// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.NotV1Alpha2;
import dev.gatewaybackends.constraints.OnlyV1Alpha2;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.StandardChannel;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.Experimental;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a {@link UdpRoute}, and the parents that it attaches to. Mirrors {@code UDPRouteSpec}.
 *
 * @param parentRefs the parents that the route attaches to
 * @param useDefaultGateways the default Gateways that it attaches to as well
 * @param rules the only rule, or up to 16 in {@code v1alpha2}; null only before validation
 */
@ModelType
public record UdpRouteSpec(
        @Size(max = 32)
        @DistinctSections(groups = StandardChannel.class)
        @DistinctSectionsOrPorts(groups = ExperimentalChannel.class)
        List<@NotNull @Valid ParentReference> parentRefs,

        @Experimental @Nullable GatewayDefaultScope useDefaultGateways,

        @NotNull
        @Size(min = 1, max = 1, groups = NotV1Alpha2.class)
        @Size(min = 1, max = 16, groups = OnlyV1Alpha2.class)
        @Rule(
                check = RouteRules.DistinctNames.class,
                message = RouteRules.DistinctNames.MESSAGE,
                groups = ExperimentalChannel.class)
        List<@NotNull @Valid UdpRouteRule> rules)
        implements RouteSpec {

    /** Copies the lists; no parents become an empty list. */
    public UdpRouteSpec {
        parentRefs = Copies.list(parentRefs);
        rules = Copies.requiredList(rules);
    }
}
