// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link Matches}. */
public final class MatchesValidator implements ConstraintValidator<Matches, CharSequence> {
    private CrdPattern pattern = CrdPattern.compile("");

    /** Creates the validator; called by the validation provider. */
    public MatchesValidator() {}

    @Override
    public void initialize(Matches constraint) {
        pattern = CrdPattern.compile(constraint.value());
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || pattern.foundIn(value);
    }
}
