// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Gateway API group {@code gateway.networking.k8s.io}: its kinds as records, in the shape of version {@code v1}.
 *
 * <p>A record applies the defaults of the CRD, both when it is read and when it is created in Java. A null scalar becomes
 * its default, and so does a null list that has a default. An empty list stays empty.
 */
@NullMarked
package dev.gatewaybackends.gatewayapi.v1;

import org.jspecify.annotations.NullMarked;
