// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import java.util.function.Predicate;

/** CEL rules for the filters of all kinds of routes. */
final class RouteFilterRules {
    private RouteFilterRules() {}

    /** At most one filter of a list has a type. */
    abstract static class Once implements Predicate<List<? extends RouteFilter>> {
        private final Enum<?> type;

        Once(Enum<?> type) {
            this.type = type;
        }

        @Override
        public final boolean test(List<? extends RouteFilter> filters) {
            return count(filters, type) <= 1;
        }
    }

    /** At most one filter changes request headers. */
    static final class RequestHeaderModifierOnce extends Once {
        /** The message of the CRD. */
        static final String MESSAGE = "RequestHeaderModifier filter cannot be repeated";

        RequestHeaderModifierOnce() {
            super(HttpRouteFilterType.REQUEST_HEADER_MODIFIER);
        }
    }

    /** At most one filter changes response headers. */
    static final class ResponseHeaderModifierOnce extends Once {
        /** The message of the CRD. */
        static final String MESSAGE = "ResponseHeaderModifier filter cannot be repeated";

        ResponseHeaderModifierOnce() {
            super(HttpRouteFilterType.RESPONSE_HEADER_MODIFIER);
        }
    }

    /** Returns how many filters have a type. Types of different kinds of routes are equal if their JSON literals are. */
    static long count(List<? extends RouteFilter> filters, Enum<?> type) {
        String literal = type.toString();
        return filters.stream()
                .filter(filter -> filter != null
                        && filter.type() != null
                        && filter.type().toString().equals(literal))
                .count();
    }
}
