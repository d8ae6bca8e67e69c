// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code x-kubernetes-list-type} of a CRD list: {@code map} with its keys, or {@code set} if no key is given.
 *
 * <p>Items compare exactly, after defaulting. Null items are ignored. Null is valid. It must not be used on other
 * annotations.
 */
@Documented
@Constraint(validatedBy = UniqueByValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface UniqueBy {
    /** The names of the record components that make the key of a map list; none for a set list. */
    String[] value() default {};

    /** The message template; unused, one violation is reported for each repeated key. */
    String message() default "Duplicate value";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
