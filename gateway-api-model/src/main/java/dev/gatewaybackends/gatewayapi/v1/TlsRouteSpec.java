// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ExperimentalChannel;
import dev.gatewaybackends.constraints.NotV1Alpha2;
import dev.gatewaybackends.constraints.OnlyV1Alpha2;
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
 * The rules of a {@link TlsRoute}, and the parents that it attaches to. Mirrors {@code TLSRouteSpec}.
 *
 * @param parentRefs the parents that the route attaches to
 * @param useDefaultGateways the default Gateways that it attaches to as well
 * @param hostnames the server names (SNI) of its connections; null before validation, and in {@code v1alpha2}, where it
 *     means all names
 * @param rules the only rule, or up to 16 in {@code v1alpha2}; null only before validation
 */
@ModelType
@SuppressWarnings("MultipleNullnessAnnotations") // Which one holds for the hostnames is a matter of the version.
public record TlsRouteSpec(
        @Size(max = 32)
        @DistinctSections(groups = StandardChannel.class)
        @DistinctSectionsOrPorts(groups = ExperimentalChannel.class)
        List<@NotNull @Valid ParentReference> parentRefs,

        @Experimental @Nullable GatewayDefaultScope useDefaultGateways,

        @NotNull(groups = NotV1Alpha2.class)
        @Size(min = 1, groups = NotV1Alpha2.class)
        @Size(max = 1024)
        @Rule(
                check = TlsRouteRules.NoIpAddress.class,
                message = "Hostnames cannot contain an IP",
                groups = NotV1Alpha2.class)
        @Rule(
                check = TlsRouteRules.Rfc1123.class,
                message = "Hostnames must be valid based on RFC-1123",
                groups = NotV1Alpha2.class)
        @Rule(
                check = TlsRouteRules.WildcardFirst.class,
                message =
                        "Wildcards on hostnames must be the first label, and the rest of hostname must be valid based on "
                                + "RFC-1123",
                groups = NotV1Alpha2.class)
        @Nullable
        List<@NotNull @Hostname String> hostnames,

        @NotNull
        @Size(min = 1, max = 1, groups = NotV1Alpha2.class)
        @Size(min = 1, max = 16, groups = OnlyV1Alpha2.class)
        @Rule(
                check = RouteRules.DistinctNames.class,
                message = RouteRules.DistinctNames.MESSAGE,
                groups = ExperimentalChannel.class)
        List<@NotNull @Valid TlsRouteRule> rules)
        implements RouteSpec {

    /** Copies the lists; no parents become an empty list. */
    public TlsRouteSpec {
        parentRefs = Copies.list(parentRefs);
        hostnames = Copies.nullableList(hostnames);
        rules = Copies.requiredList(rules);
    }
}
