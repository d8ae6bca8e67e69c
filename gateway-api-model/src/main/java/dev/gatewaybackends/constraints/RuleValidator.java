// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Validates {@link Rule}. */
public final class RuleValidator implements ConstraintValidator<Rule, Object> {
    private Predicate<Object> check = value -> true;

    /** Creates the validator; called by the validation provider. */
    public RuleValidator() {}

    @Override
    @SuppressWarnings("unchecked") // The type of the annotated element is the predicate's argument.
    public void initialize(Rule constraint) {
        try {
            check = (Predicate<Object>) constraint.check().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    constraint.check().getName() + " must be public and have a public no-argument constructor", e);
        }
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        return value == null || check.test(value);
    }
}
