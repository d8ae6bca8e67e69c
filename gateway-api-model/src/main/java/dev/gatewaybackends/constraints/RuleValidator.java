// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Validates {@link Rule}. */
public final class RuleValidator implements ConstraintValidator<Rule, Object> {
    private Predicate<Object> check = value -> true;

    /** Creates the validator; called by the validation provider. */
    public RuleValidator() {}

    /**
     * Creates the predicate of a rule.
     *
     * @throws IllegalStateException if the class of the predicate has no no-argument constructor, or its module does not
     *     open its package
     */
    @SuppressWarnings("unchecked") // The type of the annotated element is the predicate's argument.
    public static Predicate<Object> newCheck(Rule rule) {
        try {
            Constructor<? extends Predicate<?>> constructor = rule.check().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Predicate<Object>) constructor.newInstance();
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalStateException(
                    rule.check().getName() + " must have a no-argument constructor, in a package that its module opens",
                    e);
        }
    }

    @Override
    public void initialize(Rule constraint) {
        check = newCheck(constraint);
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        return value == null || check.test(value);
    }
}
