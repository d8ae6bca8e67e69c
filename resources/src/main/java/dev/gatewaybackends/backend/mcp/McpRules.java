// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The CEL rules of {@code spec.mcp}. */
final class McpRules {
    private McpRules() {}

    /** Names that occur once. */
    static final class UniqueNames implements Predicate<List<McpTarget>> {
        /** The message of the CRD. */
        static final String MESSAGE = "target names must be unique";

        @Override
        public boolean test(List<McpTarget> targets) {
            Set<String> names = new HashSet<>();
            return targets.stream()
                    .allMatch(target -> target == null || target.name() == null || names.add(target.name()));
        }
    }

    /** One server or a selection of them. */
    static final class SelectorOrStatic implements Predicate<McpTarget> {
        /** The message of the CRD. */
        static final String MESSAGE = "exactly one of the fields in [selector static] must be set";

        @Override
        public boolean test(McpTarget target) {
            return (target.selector() == null) != (target.fixed() == null);
        }
    }

    /** A selection says something. */
    static final class SomeSelector implements Predicate<McpSelector> {
        /** The message of the CRD. */
        static final String MESSAGE = "at least one of namespace or service must be set";

        @Override
        public boolean test(McpSelector selector) {
            return selector.namespace() != null || selector.service() != null;
        }
    }
}
