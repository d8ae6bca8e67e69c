// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** CEL rules for the rules of all kinds of routes. */
final class RouteRules {
    private RouteRules() {}

    /** No two rules have the same name. */
    static final class DistinctNames implements Predicate<List<? extends RouteRule>> {
        /** The message of the CRDs. */
        static final String MESSAGE = "Rule name must be unique within the route";

        @Override
        public boolean test(List<? extends RouteRule> rules) {
            return Items.differ(rules, RouteRule::name);
        }
    }

    /** All rules together have at most 128 matches. The message says "less than 128", but the CRD accepts 128. */
    abstract static class MatchesInTotal<R extends RouteRule> implements Predicate<List<R>> {
        /** The message of the CRDs. */
        static final String MESSAGE = "While 16 rules and 64 matches per rule are allowed, the total number of "
                + "matches across all rules in a route must be less than 128";

        private static final int MAX = 128;

        private final ToIntFunction<R> matches;

        MatchesInTotal(ToIntFunction<R> matches) {
            this.matches = matches;
        }

        @Override
        public final boolean test(List<R> rules) {
            long total = 0;
            for (R rule : rules) {
                total += rule == null ? 0 : matches.applyAsInt(rule);
            }
            return total <= MAX;
        }
    }
}
