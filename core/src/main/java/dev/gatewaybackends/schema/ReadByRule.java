// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an integer that a CEL rule of its object asks for.
 *
 * <p>The API server takes the JSON number {@code 100.0} for an integer when it checks the schema, and cannot evaluate such a
 * rule then. The same is said of YAML, although kubectl writes {@code 100} for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface ReadByRule {
    /** The message of the rule. */
    String value();
}
