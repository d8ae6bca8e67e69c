// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.DurationFormat;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CEL rules for the rules of an {@link HttpRoute}. */
final class HttpRouteRules {
    /** The end of the messages about the replacement of a prefix. */
    static final String ONE_PREFIX = "exactly one PathPrefix match must be specified";

    private HttpRouteRules() {}

    /** All rules together have at most 128 matches; a rule without matches counts its default match. */
    static final class MatchesInTotal extends RouteRules.MatchesInTotal<HttpRouteRule> {
        MatchesInTotal() {
            super(rule -> rule.matches().size());
        }
    }

    /** A rule that redirects has no backends. */
    static final class NoBackendsWithRedirect implements Predicate<HttpRouteRule> {
        @Override
        public boolean test(HttpRouteRule rule) {
            return rule.backendRefs().isEmpty()
                    || rule.filters().stream().allMatch(filter -> filter == null || filter.requestRedirect() == null);
        }
    }

    /**
     * A rule that replaces a matched prefix has exactly one match, of a prefix.
     *
     * <p>As in the CRD, the rule does not apply if two filters replace a prefix: then another rule reports the filters.
     */
    abstract static class PrefixForReplacement implements Predicate<HttpRouteRule> {
        private final Function<HttpRouteFilter, @Nullable HttpPathModifier> path;

        PrefixForReplacement(Function<HttpRouteFilter, @Nullable HttpPathModifier> path) {
            this.path = path;
        }

        final boolean replacesOnce(List<HttpRouteFilter> filters) {
            return exactlyOne(filters, filter -> {
                HttpPathModifier modifier = path.apply(filter);
                return modifier != null
                        && modifier.type() == HttpPathModifierType.REPLACE_PREFIX_MATCH
                        && modifier.replacePrefixMatch() != null;
            });
        }

        boolean replaces(HttpRouteRule rule) {
            return replacesOnce(rule.filters());
        }

        @Override
        public final boolean test(HttpRouteRule rule) {
            if (!replaces(rule)) {
                return true;
            }
            if (rule.matches().size() != 1) {
                return false;
            }
            HttpRouteMatch match = rule.matches().get(0);
            return match == null || match.path().type() == HttpPathMatchType.PATH_PREFIX;
        }
    }

    /** The same for the filters of the backends. */
    abstract static class PrefixForReplacementOfBackend extends PrefixForReplacement {
        PrefixForReplacementOfBackend(Function<HttpRouteFilter, @Nullable HttpPathModifier> path) {
            super(path);
        }

        @Override
        final boolean replaces(HttpRouteRule rule) {
            return exactlyOne(rule.backendRefs(), (HttpBackendRef backend) -> replacesOnce(backend.filters()));
        }
    }

    /** A rule whose redirect replaces a prefix matches one prefix. */
    static final class PrefixForRedirect extends PrefixForReplacement {
        PrefixForRedirect() {
            super(HttpRouteRules::redirectPath);
        }
    }

    /** A rule whose rewrite replaces a prefix matches one prefix. */
    static final class PrefixForRewrite extends PrefixForReplacement {
        PrefixForRewrite() {
            super(HttpRouteRules::rewritePath);
        }
    }

    /** A rule with a backend whose redirect replaces a prefix matches one prefix. */
    static final class PrefixForRedirectOfBackend extends PrefixForReplacementOfBackend {
        PrefixForRedirectOfBackend() {
            super(HttpRouteRules::redirectPath);
        }
    }

    /** A rule with a backend whose rewrite replaces a prefix matches one prefix. */
    static final class PrefixForRewriteOfBackend extends PrefixForReplacementOfBackend {
        PrefixForRewriteOfBackend() {
            super(HttpRouteRules::rewritePath);
        }
    }

    /**
     * The limit of a request to a backend is not longer than the limit of the whole request, unless that is zero.
     *
     * <p>As in CEL, a text that is not a duration breaks the rule.
     */
    static final class BackendRequestWithinRequest implements Predicate<HttpRouteTimeouts> {
        @Override
        public boolean test(HttpRouteTimeouts timeouts) {
            if (timeouts.request() == null || timeouts.backendRequest() == null) {
                return true;
            }
            Duration request = DurationFormat.parseAsCel(timeouts.request());
            Duration backendRequest = DurationFormat.parseAsCel(timeouts.backendRequest());
            return request != null
                    && (request.isZero() || (backendRequest != null && backendRequest.compareTo(request) <= 0));
        }
    }

    private static @Nullable HttpPathModifier redirectPath(HttpRouteFilter filter) {
        HttpRequestRedirectFilter redirect = filter.requestRedirect();
        return redirect == null ? null : redirect.path();
    }

    private static @Nullable HttpPathModifier rewritePath(HttpRouteFilter filter) {
        HttpUrlRewriteFilter rewrite = filter.urlRewrite();
        return rewrite == null ? null : rewrite.path();
    }

    private static <T> boolean exactlyOne(List<T> list, Predicate<T> condition) {
        int count = 0;
        for (T item : list) {
            if (item != null && condition.test(item)) {
                count++;
            }
        }
        return count == 1;
    }
}
