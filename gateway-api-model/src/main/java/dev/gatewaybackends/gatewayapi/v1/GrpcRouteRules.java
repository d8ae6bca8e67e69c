// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.CrdPattern;
import java.util.function.Predicate;

/** What holds for the rules of a GRPCRoute. */
final class GrpcRouteRules {
    private GrpcRouteRules() {}

    /** All rules together have at most 128 matches. */
    static final class MatchesInTotal extends RouteRules.MatchesInTotal<GrpcRouteRule> {
        MatchesInTotal() {
            super(rule -> rule.matches().size());
        }
    }

    /** A match of methods names a service or a method; an empty name is one. */
    static final class ServiceOrMethod implements Predicate<GrpcMethodMatch> {
        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.service() != null || match.method() != null;
        }
    }

    /** A service that is no expression has only the characters of a name with its package. */
    static final class ServiceCharacters implements Predicate<GrpcMethodMatch> {
        /** The expression that the service matches. */
        static final String PATTERN = "^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$";

        /** Letters whatever their case; the long s and the Kelvin sign are cases of s and k. */
        private static final String LETTERS = "A-Za-z_\u017f\u212a";

        private static final CrdPattern VALID = CrdPattern.compile(
                "^\\.?[" + LETTERS + "][" + LETTERS + "0-9]*(\\.[" + LETTERS + "][" + LETTERS + "0-9]*)*$");

        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.type() != GrpcMethodMatchType.EXACT
                    || match.service() == null
                    || VALID.foundIn(match.service());
        }
    }

    /** A method that is no expression has only the characters of a name. */
    static final class MethodCharacters implements Predicate<GrpcMethodMatch> {
        /** The expression that the method matches. */
        static final String PATTERN = "^[A-Za-z_][A-Za-z_0-9]*$";

        private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.type() != GrpcMethodMatchType.EXACT || match.method() == null || VALID.foundIn(match.method());
        }
    }
}
