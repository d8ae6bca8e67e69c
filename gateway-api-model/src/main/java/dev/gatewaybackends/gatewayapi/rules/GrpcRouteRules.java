// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.constraints.CrdPattern;
import dev.gatewaybackends.gatewayapi.v1.GrpcMethodMatch;
import dev.gatewaybackends.gatewayapi.v1.GrpcMethodMatchType;
import dev.gatewaybackends.gatewayapi.v1.GrpcRouteRule;
import java.util.function.Predicate;

/** What holds for the rules of a GRPCRoute. */
public final class GrpcRouteRules {
    private GrpcRouteRules() {}

    /** All rules together have at most 128 matches. */
    public static final class MatchesInTotal extends RouteRules.MatchesInTotal<GrpcRouteRule> {
        /** Creates the check. */
        public MatchesInTotal() {
            super(rule -> rule.matches().size());
        }
    }

    /** A match of methods names a service or a method; an empty name is one. */
    public static final class ServiceOrMethod implements Predicate<GrpcMethodMatch> {
        /** Creates the check. */
        public ServiceOrMethod() {}

        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.service() != null || match.method() != null;
        }
    }

    /** A service that is no expression has only the characters of a name with its package. */
    public static final class ServiceCharacters implements Predicate<GrpcMethodMatch> {
        /** The expression that the service matches. */
        public static final String PATTERN = "^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$";

        /** Letters whatever their case; the long s and the Kelvin sign are cases of s and k. */
        private static final String LETTERS = "A-Za-z_\u017f\u212a";

        private static final CrdPattern VALID = CrdPattern.compile(
                "^\\.?[" + LETTERS + "][" + LETTERS + "0-9]*(\\.[" + LETTERS + "][" + LETTERS + "0-9]*)*$");

        /** Creates the check. */
        public ServiceCharacters() {}

        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.type() != GrpcMethodMatchType.EXACT
                    || match.service() == null
                    || VALID.foundIn(match.service());
        }
    }

    /** A method that is no expression has only the characters of a name. */
    public static final class MethodCharacters implements Predicate<GrpcMethodMatch> {
        /** The expression that the method matches. */
        public static final String PATTERN = "^[A-Za-z_][A-Za-z_0-9]*$";

        private static final CrdPattern VALID = CrdPattern.compile(PATTERN);

        /** Creates the check. */
        public MethodCharacters() {}

        @Override
        public boolean test(GrpcMethodMatch match) {
            return match.type() != GrpcMethodMatchType.EXACT || match.method() == null || VALID.foundIn(match.method());
        }
    }
}
