// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates {@link UniqueBy}: one violation for each repeated key, with the index of its second item in its path. */
public final class UniqueByValidator implements ConstraintValidator<UniqueBy, List<?>> {
    private List<String> keys = List.of();

    /** Creates the validator; called by the validation provider. */
    public UniqueByValidator() {}

    @Override
    public void initialize(UniqueBy constraint) {
        keys = List.of(constraint.value());
    }

    @Override
    public boolean isValid(@Nullable List<?> list, ConstraintValidatorContext context) {
        if (list == null || list.size() < 2) {
            return true;
        }
        Set<Object> seen = new HashSet<>();
        Set<Object> reported = new HashSet<>();
        boolean valid = true;
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            Object key = item == null ? null : key(item);
            if (key != null && !seen.add(key) && reported.add(key)) {
                if (valid) {
                    context.disableDefaultConstraintViolation();
                }
                valid = false;
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addBeanNode()
                        .inIterable()
                        .atIndex(i)
                        .addConstraintViolation();
            }
        }
        return valid;
    }

    private Object key(Object item) {
        if (keys.isEmpty()) {
            return item;
        }
        List<@Nullable Object> key = new ArrayList<>(keys.size());
        for (String component : keys) {
            key.add(Components.value((Record) item, component));
        }
        return key;
    }
}
