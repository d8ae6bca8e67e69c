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
 * The formats {@code ipv4} and {@code ipv6} of a CRD schema, for a field that must be an IP address if the component {@code
 * type} says so.
 *
 * <p>A violation is reported at the field. An absent field is valid.
 */
@Documented
@Constraint(validatedBy = IpAddressForValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface IpAddressFor {
    /** The literal of {@code type} that requires an IP address. */
    String type();

    /** The component that holds the address. */
    String field();

    /** The message template; unused, the message names the path and the value. */
    String message() default "must be of type ipv4 or ipv6";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
