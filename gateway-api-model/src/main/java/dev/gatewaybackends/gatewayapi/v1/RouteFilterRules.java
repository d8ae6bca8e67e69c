// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.List;
import java.util.function.Predicate;

/** What holds for the filters of every kind of route that has filters. */
final class RouteFilterRules {
    private RouteFilterRules() {}

    /** At most one filter of a list has a type. */
    abstract static class Once implements Predicate<List<? extends RouteFilter>> {
        private final String type;

        Once(String type) {
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
            super("RequestHeaderModifier");
        }
    }

    /** At most one filter changes response headers. */
    static final class ResponseHeaderModifierOnce extends Once {
        /** The message of the CRD. */
        static final String MESSAGE = "ResponseHeaderModifier filter cannot be repeated";

        ResponseHeaderModifierOnce() {
            super("ResponseHeaderModifier");
        }
    }

    /** Returns how many filters have a type, given by its literal. */
    static long count(List<? extends RouteFilter> filters, String type) {
        return filters.stream()
                .filter(filter -> filter != null
                        && filter.type() != null
                        && filter.type().toString().equals(type))
                .count();
    }
}
