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

/** The {@code minLength} and {@code maxLength} of a CRD schema, in Unicode code points. Null is valid. */
@Documented
@Constraint(validatedBy = CharsValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE
})
public @interface Chars {
    /** The least number of code points. */
    int min() default 0;

    /** The greatest number of code points. */
    int max() default Integer.MAX_VALUE;

    /** The message template; unused, the message names the path and the limit. */
    String message() default "length must be between {min} and {max}";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
