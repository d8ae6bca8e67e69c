// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.ReadsInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * CEL rules for several references to one parent.
 *
 * <p>Two references are to one parent if their group, kind, name and namespace are equal as written. A reference without a
 * namespace and one with the namespace of the route count as different parents.
 */
final class ParentReferenceRules {
    private ParentReferenceRules() {}

    /** All references to one parent name a section, or none does. */
    static final class SectionNameSpecified implements Predicate<List<ParentReference>> {
        @Override
        public boolean test(List<ParentReference> references) {
            return Items.agree(references, ParentReferenceRules::parent, reference -> section(reference) != null);
        }
    }

    /** No two references to one parent name the same section, or none. */
    static final class SectionNameUnique implements Predicate<List<ParentReference>> {
        @Override
        public boolean test(List<ParentReference> references) {
            return Items.differ(references, reference -> keyOf(reference, section(reference)));
        }
    }

    /** All references to one parent name a section, or none does; the same holds for the port. */
    static final class SectionNameOrPortSpecified implements ReadsInteger<List<ParentReference>> {
        @Override
        public boolean test(List<ParentReference> references) {
            return Items.agree(references, ParentReferenceRules::parent, reference -> section(reference) != null)
                    && Items.agree(references, ParentReferenceRules::parent, reference -> port(reference) != null);
        }

        @Override
        public boolean reads(List<ParentReference> references, String field) {
            return field.equals("port");
        }
    }

    /** No two references to one parent name the same section and the same port. */
    static final class SectionNameOrPortUnique implements ReadsInteger<List<ParentReference>> {
        @Override
        public boolean test(List<ParentReference> references) {
            return Items.differ(references, reference -> keyOf(reference, section(reference), port(reference)));
        }

        @Override
        public boolean reads(List<ParentReference> references, String field) {
            return field.equals("port");
        }
    }

    /** Returns the identity of a parent; null for a reference without a name, which another constraint reports. */
    private static @Nullable Object parent(ParentReference reference) {
        return reference.name() == null
                ? null
                : Arrays.asList(
                        reference.group(), reference.kind(), reference.name(), Items.nonEmpty(reference.namespace()));
    }

    private static @Nullable Object keyOf(ParentReference reference, @Nullable Object... parts) {
        Object parent = parent(reference);
        return parent == null ? null : Arrays.asList(parent, Arrays.asList(parts));
    }

    private static @Nullable String section(ParentReference reference) {
        return Items.nonEmpty(reference.sectionName());
    }

    private static @Nullable Integer port(ParentReference reference) {
        Integer port = reference.port();
        return port == null || port == 0 ? null : port;
    }
}
