// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CEL rules for several references of a policy to one target. */
final class TargetReferenceRules {
    private TargetReferenceRules() {}

    /** All references to one target name a section, or none does. */
    static final class SectionNameSpecified implements Predicate<List<LocalPolicyTargetReferenceWithSectionName>> {
        @Override
        public boolean test(List<LocalPolicyTargetReferenceWithSectionName> references) {
            return Items.agree(references, TargetReferenceRules::target, reference -> section(reference) != null);
        }
    }

    /** No two references to one target name the same section, or none. */
    static final class SectionNameUnique implements Predicate<List<LocalPolicyTargetReferenceWithSectionName>> {
        @Override
        public boolean test(List<LocalPolicyTargetReferenceWithSectionName> references) {
            return Items.differ(references, reference -> Arrays.asList(target(reference), section(reference)));
        }
    }

    private static List<String> target(LocalPolicyTargetReferenceWithSectionName reference) {
        return Arrays.asList(reference.group(), reference.kind(), reference.name());
    }

    private static @Nullable String section(LocalPolicyTargetReferenceWithSectionName reference) {
        return Items.nonEmpty(reference.sectionName());
    }
}
