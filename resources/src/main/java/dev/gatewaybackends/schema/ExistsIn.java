// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field or an enum value that not every kgateway schema has.
 *
 * <p>Under a profile of another version such a field is pruned as unknown, and such a value is not supported.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.FIELD})
public @interface ExistsIn {
    /** The first version that has it. */
    KgatewayVersion from() default KgatewayVersion.V2_0;

    /** The last version that has it. */
    KgatewayVersion to() default KgatewayVersion.MAIN;
}
