// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Validates {@link DateTime}. */
public final class DateTimeValidator implements ConstraintValidator<DateTime, String> {
    private static final CrdPattern RFC_3339 = CrdPattern.compile(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})$");

    /** Creates the validator; called by the validation provider. */
    public DateTimeValidator() {}

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || (RFC_3339.foundIn(value) && exists(value));
    }

    private static boolean exists(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
