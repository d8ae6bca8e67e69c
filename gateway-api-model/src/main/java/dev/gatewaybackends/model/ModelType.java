// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that mirrors a Kubernetes type and gets a generated builder, {@code <Record>Builder}.
 *
 * <p>The canonical constructor of such a record is not covered by the compatibility promise: it gains a parameter with each new
 * field. Use the static factories of the record, or its builder.
 */
@Documented
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        enableGetters = false,
                        addStaticBuilder = false,
                        addClassRetainedGenerated = false,
                        publicBuilderConstructors = false))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@Inherited
public @interface ModelType {}
