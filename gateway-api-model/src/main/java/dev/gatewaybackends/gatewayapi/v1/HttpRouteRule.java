// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.SectionName;
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
 * One rule of an {@link HttpRoute}: its matches, filters and backends. Mirrors {@code HTTPRouteRule}.
 *
 * @param name the name
 * @param matches the alternatives; a request must meet one of them; a single one that every request meets when null
 * @param filters the filters for requests and responses
 * @param backendRefs the backends, in proportion to their weights
 * @param timeouts the time limits
 * @param retry when and how often a request is retried
 * @param sessionPersistence how the requests of a session stay with one endpoint
 */
@ModelType
@Rule(
        check = HttpRouteRules.NoBackendsWithRedirect.class,
        message = "RequestRedirect filter must not be used together with backendRefs")
@Rule(
        check = HttpRouteRules.PrefixForRedirect.class,
        message = "When using RequestRedirect filter with path.replacePrefixMatch, " + HttpRouteRules.ONE_PREFIX)
@Rule(
        check = HttpRouteRules.PrefixForRewrite.class,
        message = "When using URLRewrite filter with path.replacePrefixMatch, " + HttpRouteRules.ONE_PREFIX)
@Rule(
        check = HttpRouteRules.PrefixForRedirectOfBackend.class,
        message = "Within backendRefs, when using RequestRedirect filter with path.replacePrefixMatch, "
                + HttpRouteRules.ONE_PREFIX)
@Rule(
        check = HttpRouteRules.PrefixForRewriteOfBackend.class,
        message = "Within backendRefs, When using URLRewrite filter with path.replacePrefixMatch, "
                + HttpRouteRules.ONE_PREFIX)
public record HttpRouteRule(
        @Nullable @SectionName String name,

        @DefaultJson("[{\"path\":{\"type\":\"PathPrefix\",\"value\":\"/\"}}]") @Size(max = 64)
        List<@NotNull @Valid HttpRouteMatch> matches,

        @HttpRouteFilters List<@NotNull @Valid HttpRouteFilter> filters,
        @Size(max = 16) List<@NotNull @Valid HttpBackendRef> backendRefs,
        @Nullable @Valid HttpRouteTimeouts timeouts,
        @Experimental @Nullable @Valid HttpRouteRetry retry,
        @Experimental @Nullable @Valid SessionPersistence sessionPersistence)
        implements RouteRule {

    /** Copies the lists; null becomes empty, except for the matches, which get the default. */
    public HttpRouteRule {
        matches = matches == null ? List.of(HttpRouteMatchBuilder.builder().build()) : Copies.list(matches);
        filters = Copies.list(filters);
        backendRefs = Copies.list(backendRefs);
    }

    /** Returns a rule that sends every request to the given backends. */
    public static HttpRouteRule of(HttpBackendRef... backendRefs) {
        return HttpRouteRuleBuilder.builder().backendRefs(List.of(backendRefs)).build();
    }
}
