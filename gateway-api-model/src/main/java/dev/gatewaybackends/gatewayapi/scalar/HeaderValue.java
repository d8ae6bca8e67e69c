// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.scalar;

import dev.gatewaybackends.constraints.Chars;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of an HTTP header. The experimental channel adds {@link #VISIBLE_CHARACTERS}. Null is valid. */
@Documented
@Chars(min = 1, max = 4096)
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE
})
public @interface HeaderValue {
    /** The expression that the experimental channel adds: visible ASCII characters separated by single blanks or tabs. */
    String VISIBLE_CHARACTERS = "^[!-~]+([\\t ]?[!-~]+)*$";

    /** The message template; unused, the constraints on this annotation are reported. */
    String message() default "";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
