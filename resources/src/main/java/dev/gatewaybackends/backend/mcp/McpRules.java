// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The CEL rules of {@code spec.mcp}. */
public final class McpRules {
    private McpRules() {}

    /** Names that occur once. */
    public static final class UniqueNames implements Predicate<List<McpTarget>> {
        /** The message of the CRD. */
        public static final String MESSAGE = "target names must be unique";

        /** Creates the check. */
        public UniqueNames() {}

        @Override
        public boolean test(List<McpTarget> targets) {
            Set<String> names = new HashSet<>();
            return targets.stream()
                    .allMatch(target -> target == null || target.name() == null || names.add(target.name()));
        }
    }

    /** One server or a selection of them. */
    public static final class SelectorOrStatic implements Predicate<McpTarget> {
        /** The message of the CRD. */
        public static final String MESSAGE = "exactly one of the fields in [selector static] must be set";

        /** Creates the check. */
        public SelectorOrStatic() {}

        @Override
        public boolean test(McpTarget target) {
            return (target.selector() == null) != (target.fixed() == null);
        }
    }

    /** A selection says something. */
    public static final class SomeSelector implements Predicate<McpSelector> {
        /** The message of the CRD. */
        public static final String MESSAGE = "at least one of namespace or service must be set";

        /** Creates the check. */
        public SomeSelector() {}

        @Override
        public boolean test(McpSelector selector) {
            return selector.namespace() != null || selector.service() != null;
        }
    }
}
