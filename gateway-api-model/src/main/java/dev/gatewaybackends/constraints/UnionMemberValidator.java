// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link UnionMember}. */
public final class UnionMemberValidator implements ConstraintValidator<UnionMember, Record> {
    private String type = "";
    private String field = "";

    /** Creates the validator; called by the validation provider. */
    public UnionMemberValidator() {}

    @Override
    public void initialize(UnionMember constraint) {
        type = constraint.type();
        field = constraint.field();
    }

    @Override
    public boolean isValid(@Nullable Record value, ConstraintValidatorContext context) {
        Object actual = value == null ? null : Components.value(value, "type");
        if (value == null || actual == null) {
            return true;
        }
        boolean selected = actual.toString().equals(type);
        boolean present = Components.value(value, field) != null;
        if (selected == present) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(
                        selected
                                ? "filter." + field + " must be specified for " + type + " filter.type"
                                : "filter." + field + " must be nil if the filter.type is not " + type)
                .addConstraintViolation();
        return false;
    }
}
