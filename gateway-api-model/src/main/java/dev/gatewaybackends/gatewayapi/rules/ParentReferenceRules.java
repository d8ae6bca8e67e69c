// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.gatewayapi.v1.ParentReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How several references to one parent must differ.
 *
 * <p>Two references are to one parent if group, kind, name and namespace as written are equal: a namespace left out is not the
 * route's namespace written out.
 */
public final class ParentReferenceRules {
    private ParentReferenceRules() {}

    /** All references to one parent name a section, or none does. */
    public static final class SectionNameSpecified implements Predicate<List<ParentReference>> {
        /** Creates the check. */
        public SectionNameSpecified() {}

        @Override
        public boolean test(List<ParentReference> references) {
            return agree(references, reference -> section(reference) != null);
        }
    }

    /** No two references to one parent name the same section, or none. */
    public static final class SectionNameUnique implements Predicate<List<ParentReference>> {
        /** Creates the check. */
        public SectionNameUnique() {}

        @Override
        public boolean test(List<ParentReference> references) {
            return differ(references, reference -> new Target(section(reference), null));
        }
    }

    /** All references to one parent name a section, or none does; likewise a port. */
    public static final class SectionNameOrPortSpecified implements Predicate<List<ParentReference>> {
        /** Creates the check. */
        public SectionNameOrPortSpecified() {}

        @Override
        public boolean test(List<ParentReference> references) {
            return agree(references, reference -> section(reference) != null)
                    && agree(references, reference -> port(reference) != null);
        }
    }

    /** No two references to one parent name the same section and the same port. */
    public static final class SectionNameOrPortUnique implements Predicate<List<ParentReference>> {
        /** Creates the check. */
        public SectionNameOrPortUnique() {}

        @Override
        public boolean test(List<ParentReference> references) {
            return differ(references, reference -> new Target(section(reference), port(reference)));
        }
    }

    private record Parent(
            String group,
            String kind,
            String name,
            @Nullable String namespace) {
        static Parent of(ParentReference reference) {
            String namespace = reference.namespace();
            return new Parent(
                    reference.group(),
                    reference.kind(),
                    reference.name(),
                    namespace == null || namespace.isEmpty() ? null : namespace);
        }
    }

    private record Target(
            @Nullable String section, @Nullable Integer port) {}

    private static @Nullable String section(ParentReference reference) {
        String section = reference.sectionName();
        return section == null || section.isEmpty() ? null : section;
    }

    private static @Nullable Integer port(ParentReference reference) {
        Integer port = reference.port();
        return port == null || port == 0 ? null : port;
    }

    private static boolean agree(List<ParentReference> references, Function<ParentReference, Boolean> property) {
        Map<Parent, Boolean> first = new HashMap<>();
        for (ParentReference reference : references) {
            if (isNamed(reference)) {
                Boolean value = property.apply(reference);
                Boolean before = first.putIfAbsent(Parent.of(reference), value);
                if (before != null && !before.equals(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean differ(List<ParentReference> references, Function<ParentReference, Target> property) {
        Set<Map.Entry<Parent, Target>> seen = new HashSet<>();
        for (ParentReference reference : references) {
            if (isNamed(reference) && !seen.add(Map.entry(Parent.of(reference), property.apply(reference)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNamed(@Nullable ParentReference reference) {
        return reference != null && reference.name() != null;
    }
}
