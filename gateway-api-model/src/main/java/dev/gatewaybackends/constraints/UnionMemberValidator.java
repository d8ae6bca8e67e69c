// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Method;
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
        Object actual = value == null ? null : component(value, "type");
        if (value == null || actual == null) {
            return true;
        }
        boolean selected = actual.toString().equals(type);
        boolean present = component(value, field) != null;
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

    private static @Nullable Object component(Record value, String name) {
        try {
            Method accessor = value.getClass().getMethod(name);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass().getName() + " has no readable component " + name, e);
        }
    }
}
