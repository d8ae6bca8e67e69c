// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.StandardChannel;
import dev.gatewaybackends.gatewayapi.scalar.Hostname;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.Experimental;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an {@link HttpRoute}, and the parents that it attaches to. Mirrors {@code HTTPRouteSpec}.
 *
 * @param parentRefs the parents that the route attaches to
 * @param useDefaultGateways the default Gateways that it attaches to as well
 * @param hostnames the hosts of its requests; all hosts of the parent when empty
 * @param rules the rules; the rule with the most specific match applies; one that matches every request when null
 */
@ModelType
public record HttpRouteSpec(
        @Size(max = 32)
        @DistinctSections(groups = StandardChannel.class)
        @DistinctSectionsOrPorts(groups = ExperimentalChannel.class)
        List<@NotNull @Valid ParentReference> parentRefs,

        @Experimental @Nullable GatewayDefaultScope useDefaultGateways,
        @Size(max = 16) List<@NotNull @Hostname String> hostnames,

        @DefaultJson("[{\"matches\":[{\"path\":{\"type\":\"PathPrefix\",\"value\":\"/\"}}]}]")
        @Size(min = 1, max = 16)
        @Rule(check = HttpRouteRules.MatchesInTotal.class, message = HttpRouteRules.MatchesInTotal.MESSAGE)
        @Rule(
                check = RouteRules.DistinctNames.class,
                message = RouteRules.DistinctNames.MESSAGE,
                groups = ExperimentalChannel.class)
        List<@NotNull @Valid HttpRouteRule> rules)
        implements RouteSpec {

    /** Copies the lists; null becomes empty, except for the rules, which get the default. */
    public HttpRouteSpec {
        parentRefs = Copies.list(parentRefs);
        hostnames = Copies.list(hostnames);
        rules = rules == null ? List.of(HttpRouteRule.of()) : Copies.list(rules);
    }
}
