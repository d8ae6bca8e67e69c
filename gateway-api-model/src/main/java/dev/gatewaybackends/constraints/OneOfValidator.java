// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Validates {@link OneOf}. */
public final class OneOfValidator implements ConstraintValidator<OneOf, Integer> {
    private int[] allowed = {};

    /** Creates the validator; called by the validation provider. */
    public OneOfValidator() {}

    @Override
    public void initialize(OneOf constraint) {
        allowed = constraint.value();
    }

    @Override
    public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
        return value == null || Arrays.stream(allowed).anyMatch(value::equals);
    }
}
