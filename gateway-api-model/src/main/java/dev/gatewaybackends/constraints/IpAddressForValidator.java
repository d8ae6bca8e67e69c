// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link IpAddressFor}. */
public final class IpAddressForValidator implements ConstraintValidator<IpAddressFor, Record> {
    private String type = "";
    private String field = "";

    /** Creates the validator; called by the validation provider. */
    public IpAddressForValidator() {}

    @Override
    public void initialize(IpAddressFor constraint) {
        type = constraint.type();
        field = constraint.field();
    }

    @Override
    public boolean isValid(@Nullable Record value, ConstraintValidatorContext context) {
        if (value == null
                || !type.equals(Components.value(value, "type"))
                || !(Components.value(value, field) instanceof String address)
                || IpAddressText.isSchemaFormat(address)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}
