// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.rules;

import dev.gatewaybackends.gatewayapi.v1.LocalPolicyTargetReferenceWithSectionName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How several references of a policy to one target must differ. */
public final class TargetReferenceRules {
    private TargetReferenceRules() {}

    /** All references to one target name a section, or none does. */
    public static final class SectionNameSpecified
            implements Predicate<List<LocalPolicyTargetReferenceWithSectionName>> {
        /** Creates the check. */
        public SectionNameSpecified() {}

        @Override
        public boolean test(List<LocalPolicyTargetReferenceWithSectionName> references) {
            return Items.agree(references, TargetReferenceRules::target, reference -> section(reference) != null);
        }
    }

    /** No two references to one target name the same section, or none. */
    public static final class SectionNameUnique implements Predicate<List<LocalPolicyTargetReferenceWithSectionName>> {
        /** Creates the check. */
        public SectionNameUnique() {}

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
