// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.constraints.ReadsInteger;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.RuleValidator;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.read.ResourceEntry;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that the API server cannot evaluate on a resource because JSON text has {@code 80.0} in the place of an
 * integer that they read, see {@link ReadsInteger}.
 */
final class UnreadableIntegers {
    private final ResourceEntry entry;
    private final JsonPaths paths;
    private final Validator constraints;
    private final Class<?>[] groups;
    /** What is said of the rules, and what would be said if they had been evaluated. */
    private final Set<Diagnostic> failures = new LinkedHashSet<>();

    private final List<Diagnostic> violations = new ArrayList<>(0);

    UnreadableIntegers(ResourceEntry entry, JsonPaths paths, Validator constraints, Class<?>[] groups) {
        this.entry = entry;
        this.paths = paths;
        this.constraints = constraints;
        this.groups = groups;
    }

    /** Returns the violated rules, those that cannot be evaluated in the place of what they would have said. */
    List<Diagnostic> instead(List<Diagnostic> violated) {
        entry.writtenNumbers().forEach((path, number) -> {
            FieldPath holder = path.parent();
            List<Object> elements = path.elements();
            if (number.isFloat() && holder != null && elements.get(elements.size() - 1) instanceof String field) {
                check(holder, field);
            }
        });
        List<Diagnostic> rules = new ArrayList<>(violated);
        rules.removeAll(violations);
        rules.addAll(failures);
        return rules;
    }

    /** The rules that may read the field: those of the object that holds it, and those of the list that holds the object. */
    private void check(FieldPath path, String field) {
        Object owner = null;
        JsonPaths.Field list = null;
        Object current = entry.resource();
        for (Object element : path.elements()) {
            if (element instanceof Integer index) {
                current = current instanceof List<?> items && index < items.size() ? items.get(index) : null;
            } else {
                owner = current;
                list = paths.field(owner, (String) element);
                current = list == null ? null : list.value();
            }
        }
        if (current != null) {
            check(constraints.getConstraintsForClass(current.getClass()), current, path, field);
        }
        FieldPath around = path.parent();
        if (owner != null && list != null && list.value() instanceof List<?> items && around != null) {
            check(
                    constraints.getConstraintsForClass(owner.getClass()).getConstraintsForProperty(list.component()),
                    items,
                    around,
                    field);
        }
    }

    private void check(@Nullable ElementDescriptor element, Object value, FieldPath path, String field) {
        if (element != null) {
            for (ConstraintDescriptor<?> constraint :
                    element.findConstraints().unorderedAndMatchingGroups(groups).getConstraintDescriptors()) {
                check(constraint, value, path, field);
            }
        }
    }

    private void check(ConstraintDescriptor<?> constraint, Object value, FieldPath path, String field) {
        if (constraint.getAnnotation() instanceof Rule rule && reads(rule, value, field)) {
            violations.add(ConstraintMessages.rule(entry.key(), path, rule.message()));
            failures.add(ConstraintMessages.rule(
                    entry.key(),
                    path,
                    "\"" + (value instanceof List<?> ? "array" : "object")
                            + "\": invalid data, expected int, got float64 evaluating rule: " + rule.message()));
        }
        constraint.getComposingConstraints().forEach(part -> check(part, value, path, field));
    }

    private static boolean reads(Rule rule, Object value, String field) {
        return ReadsInteger.class.isAssignableFrom(rule.check())
                && ((ReadsInteger<Object>) RuleValidator.newCheck(rule)).reads(value, field);
    }
}
