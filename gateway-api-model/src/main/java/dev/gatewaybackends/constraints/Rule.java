// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * A CEL rule of a CRD, written as a Java predicate.
 *
 * <p>It stands at the place of the CRD rule: on a record for a rule of an object, on a component for a rule of a list. The
 * predicate never sees null, but objects that were read and not yet validated may lack required parts: it must treat those
 * as valid (the missing part is reported by its own constraint), never throw, and take time linear in the size of the value.
 */
@Documented
@Constraint(validatedBy = RuleValidator.class)
@Repeatable(Rule.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Rule {
    /**
     * The class of the condition for a valid value. It has a no-argument constructor; class and constructor need not be
     * public.
     */
    Class<? extends Predicate<?>> check();

    /** The CRD's message, to the letter. */
    String message();

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};

    /** Several rules on one element. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE
    })
    @interface List {
        /** The rules. */
        Rule[] value();
    }
}
