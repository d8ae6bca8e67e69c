// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The scalar types of the Gateway API, each one an annotation that carries the constraints of its schema.
 *
 * <p>A violation names the constraint on the annotation, e.g. {@link dev.gatewaybackends.constraints.Matches}.
 */
@NullMarked
package dev.gatewaybackends.gatewayapi.scalar;

import org.jspecify.annotations.NullMarked;
