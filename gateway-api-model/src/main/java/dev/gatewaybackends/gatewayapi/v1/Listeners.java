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

/**
 * The limits and the rules of the {@code listeners} of a Gateway and of a ListenerSet.
 *
 * <p>Use it together with {@link dev.gatewaybackends.constraints.UniqueBy}. If this annotation contained {@code UniqueBy},
 * Hibernate Validator would also report the rules at the path of the repeated item.
 */
@Documented
@Size(min = 1, max = 64)
@Rule(
        check = ListenerRules.NoTlsForPlainProtocols.class,
        message = "tls must not be specified for protocols ['HTTP', 'TCP', 'UDP']")
@Rule(check = ListenerRules.TerminateForHttps.class, message = "tls mode must be Terminate for protocol HTTPS")
@Rule(check = ListenerRules.ModeForTls.class, message = "tls mode must be set for protocol TLS")
@Rule(
        check = ListenerRules.NoHostnameForTransports.class,
        message = "hostname must not be specified for protocols ['TCP', 'UDP']")
@Rule(check = ListenerRules.DistinctNames.class, message = "Listener name must be unique within the Gateway")
@Rule(
        check = ListenerRules.DistinctPlaces.class,
        message = "Combination of port, protocol and hostname must be unique for each listener")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface Listeners {
    /** The message template; unused, the rules on this annotation are reported. */
    String message() default "";

    /** The validation groups. */
    Class<?>[] groups() default {};

    /** The payload. */
    Class<? extends Payload>[] payload() default {};
}
