// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default of a field in its CRD schema: the value that the API server stores if the field is absent or null.
 *
 * <p>The reader applies it. An explicit empty list or object is not replaced; the fields inside a defaulted object get
 * their own defaults.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface DefaultJson {
    /** The default as JSON text, e.g. {@code "80"}, {@code "\"Service\""} or {@code "{\"value\":\"/\"}"}. */
    String value();
}
