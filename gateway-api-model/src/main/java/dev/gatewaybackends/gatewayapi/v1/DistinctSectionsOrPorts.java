// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The experimental channel's rules for {@code parentRefs}.
 *
 * <p>Use it with {@link dev.gatewaybackends.constraints.ExperimentalChannel} as group.
 */
@Documented
@Rule(
        check = ParentReferenceRules.SectionNameOrPortSpecified.class,
        message =
                "sectionName or port must be specified when parentRefs includes 2 or more references to the same parent")
@Rule(
        check = ParentReferenceRules.SectionNameOrPortUnique.class,
        message = "sectionName or port must be unique when parentRefs includes 2 or more references to the same parent")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface DistinctSectionsOrPorts {
    /** The message template; unused, the rules on this annotation are reported. */
    String message() default "";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
