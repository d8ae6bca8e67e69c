// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link Chars}. */
public final class CharsValidator implements ConstraintValidator<Chars, String> {
    private int min;
    private int max;

    /** Creates the validator; called by the validation provider. */
    public CharsValidator() {}

    @Override
    public void initialize(Chars constraint) {
        min = constraint.min();
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        int units = value.length();
        if (units < min || units / 2 > max) {
            return false;
        }
        int codePoints = value.codePointCount(0, units);
        return codePoints >= min && codePoints <= max;
    }
}
