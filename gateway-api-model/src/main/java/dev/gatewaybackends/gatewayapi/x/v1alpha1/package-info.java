// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The kinds of the group {@code gateway.networking.x-k8s.io}, version {@code v1alpha1}. Only the experimental channel has
 * them.
 *
 * <p>The Gateway API may change these kinds with each of its releases. The records change with them and are not covered by
 * the compatibility promise.
 */
@NullMarked
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import org.jspecify.annotations.NullMarked;
