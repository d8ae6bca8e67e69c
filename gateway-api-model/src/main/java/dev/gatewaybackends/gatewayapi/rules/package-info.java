// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The CEL rules of the Gateway API as predicates, and the annotations that bundle rules which recur.
 *
 * <p>Public only because the validation provider creates them: not covered by the compatibility promise. All of them are linear
 * in the size of what they check, and take a missing part or a null item for valid.
 */
@NullMarked
package dev.gatewaybackends.gatewayapi.rules;

import org.jspecify.annotations.NullMarked;
