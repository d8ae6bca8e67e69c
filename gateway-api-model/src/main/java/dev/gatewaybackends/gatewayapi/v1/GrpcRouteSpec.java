// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.StandardChannel;
import dev.gatewaybackends.gatewayapi.scalar.Hostname;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.Experimental;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a {@link GrpcRoute}, and the parents that it attaches to. Mirrors {@code GRPCRouteSpec}.
 *
 * @param parentRefs the parents that the route attaches to
 * @param useDefaultGateways the default Gateways that it attaches to as well
 * @param hostnames the hosts of its requests; all hosts of the parent when empty
 * @param rules the rules; the rule with the most specific match applies
 */
@ModelType
public record GrpcRouteSpec(
        @Size(max = 32)
        @DistinctSections(groups = StandardChannel.class)
        @DistinctSectionsOrPorts(groups = ExperimentalChannel.class)
        List<@NotNull @Valid ParentReference> parentRefs,

        @Experimental @Nullable GatewayDefaultScope useDefaultGateways,
        @Size(max = 16) List<@NotNull @Hostname String> hostnames,

        @Size(max = 16)
        @Rule(check = GrpcRouteRules.MatchesInTotal.class, message = GrpcRouteRules.MatchesInTotal.MESSAGE)
        @Rule(
                check = RouteRules.DistinctNames.class,
                message = RouteRules.DistinctNames.MESSAGE,
                groups = ExperimentalChannel.class)
        List<@NotNull @Valid GrpcRouteRule> rules)
        implements RouteSpec {

    /** Copies the lists; null becomes empty. */
    public GrpcRouteSpec {
        parentRefs = Copies.list(parentRefs);
        hostnames = Copies.list(hostnames);
        rules = Copies.list(rules);
    }
}
