// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The kinds of the group {@code gateway.networking.x-k8s.io}, version {@code v1alpha1}, which only the experimental channel has.
 *
 * <p>They are what the Gateway API tries out and may change with each of its releases; so may these records, which are not
 * covered by the compatibility promise.
 */
@NullMarked
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import org.jspecify.annotations.NullMarked;
