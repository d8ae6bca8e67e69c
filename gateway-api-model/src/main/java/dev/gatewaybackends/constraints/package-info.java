// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Constraints with the semantics of a CRD schema, for use on record components.
 *
 * <p>Jakarta's own {@code @Pattern} is a full match and its {@code @Size} counts UTF-16 units; CRD patterns are searches and
 * CRD lengths count code points, so {@link dev.gatewaybackends.constraints.Matches} and
 * {@link dev.gatewaybackends.constraints.Chars} replace them on strings. {@code @Size} stays right for lists and maps, and
 * {@code @Min}, {@code @Max} and {@code @NotNull} everywhere. Integer enums are {@link dev.gatewaybackends.constraints.OneOf},
 * times {@link dev.gatewaybackends.constraints.DateTime}. A CEL rule is a
 * {@link dev.gatewaybackends.constraints.Rule}. A constraint that only one channel has carries
 * {@link dev.gatewaybackends.constraints.StandardChannel} or {@link dev.gatewaybackends.constraints.ExperimentalChannel} as group.
 */
@NullMarked
package dev.gatewaybackends.constraints;

import org.jspecify.annotations.NullMarked;
