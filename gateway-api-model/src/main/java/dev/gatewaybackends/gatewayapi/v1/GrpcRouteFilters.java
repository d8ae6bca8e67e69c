// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Rule;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The limit and the rules of the {@code filters} of a GRPCRoute rule and of its backendRefs. */
@Documented
@Size(max = 16)
@Rule(
        check = RouteFilterRules.RequestHeaderModifierOnce.class,
        message = RouteFilterRules.RequestHeaderModifierOnce.MESSAGE)
@Rule(
        check = RouteFilterRules.ResponseHeaderModifierOnce.class,
        message = RouteFilterRules.ResponseHeaderModifierOnce.MESSAGE)
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface GrpcRouteFilters {
    /** The message template; unused, the rules on this annotation are reported. */
    String message() default "";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
