// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.CrdPattern;
import java.util.function.Predicate;

/** CEL rules for the rules of a {@link GrpcRoute}. */
final class GrpcRouteRules {
    private GrpcRouteRules() {}

    /** All rules together have at most 128 matches. */
    static final class MatchesInTotal extends RouteRules.MatchesInTotal<GrpcRouteRule> {
        MatchesInTotal() {
            super(rule -> rule.matches().size());
        }
    }

    /** A match has a service or a method; an empty name counts. */
    static final class ServiceOrMethod implements Predicate<GrpcMethodMatch> {
        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.service() != null || match.method() != null;
        }
    }

    /** A service that is compared exactly has only the characters of a qualified name. */
    static final class ServiceCharacters implements Predicate<GrpcMethodMatch> {
        /** The pattern of the service. */
        static final String PATTERN = "^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$";

        /** Letters of both cases. Without regard to case, the long s equals s, and the Kelvin sign equals k. */
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

    /** A method that is compared exactly has only the characters of a name. */
    static final class MethodCharacters implements Predicate<GrpcMethodMatch> {
        /** The pattern of the method. */
        static final String PATTERN = "^[A-Za-z_][A-Za-z_0-9]*$";

        private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.type() != GrpcMethodMatchType.EXACT || match.method() == null || VALID.foundIn(match.method());
        }
    }
}
