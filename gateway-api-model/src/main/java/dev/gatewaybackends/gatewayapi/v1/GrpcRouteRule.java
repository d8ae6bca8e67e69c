// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.SectionName;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.Experimental;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a {@link GrpcRoute}: its matches, filters and backends. Mirrors {@code GRPCRouteRule}.
 *
 * @param name the name
 * @param matches the alternatives; a call must meet one of them; the rule is for all calls when empty
 * @param filters the filters for requests and responses
 * @param backendRefs the backends, in proportion to their weights
 * @param sessionPersistence how the requests of a session stay with one endpoint
 */
@ModelType
public record GrpcRouteRule(
        @Nullable @SectionName String name,
        @Size(max = 64) List<@NotNull @Valid GrpcRouteMatch> matches,
        @GrpcRouteFilters List<@NotNull @Valid GrpcRouteFilter> filters,
        @Size(max = 16) List<@NotNull @Valid GrpcBackendRef> backendRefs,
        @Experimental @Nullable @Valid SessionPersistence sessionPersistence)
        implements RouteRule {

    /** Copies the lists; null becomes empty. */
    public GrpcRouteRule {
        matches = Copies.list(matches);
        filters = Copies.list(filters);
        backendRefs = Copies.list(backendRefs);
    }

    /** Returns a rule that sends every call to the given backends. */
    public static GrpcRouteRule of(GrpcBackendRef... backendRefs) {
        return GrpcRouteRuleBuilder.builder().backendRefs(List.of(backendRefs)).build();
    }
}
