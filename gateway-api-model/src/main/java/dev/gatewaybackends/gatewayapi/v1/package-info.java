// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Gateway API group {@code gateway.networking.k8s.io}: its kinds as records, in the shape of version {@code v1}.
 *
 * <p>A record holds the defaults of the CRD, whether it was read or made in Java: a scalar that is null, and a list with a default
 * of its own, becomes the default. A list that is written as empty stays empty.
 */
@NullMarked
package dev.gatewaybackends.gatewayapi.v1;

import org.jspecify.annotations.NullMarked;
