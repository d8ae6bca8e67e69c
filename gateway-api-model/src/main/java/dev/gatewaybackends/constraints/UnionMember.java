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

/**
 * One payload of a union whose {@code type} component selects the payload, such as a filter of a Gateway API route.
 *
 * <p>Reports {@code filter.<field> must be nil if the filter.type is not <type>} and {@code filter.<field> must be specified
 * for <type> filter.type}, the two CEL rules that the CRDs have for each payload. If {@code type} is missing, nothing is
 * reported.
 */
@Documented
@Constraint(validatedBy = UnionMemberValidator.class)
@Repeatable(UnionMember.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface UnionMember {
    /** The JSON literal of {@code type} that selects this payload. */
    String type();

    /** The component that holds the payload. */
    String field();

    /** The message template; unused, see above. */
    String message() default "union";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};

    /** The payloads of one union. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface List {
        /** The payloads. */
        UnionMember[] value();
    }
}
