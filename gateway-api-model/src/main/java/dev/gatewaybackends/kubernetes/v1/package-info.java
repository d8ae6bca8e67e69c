// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The core group {@code v1}: the Kubernetes types that translation reads, with only the fields that it uses.
 *
 * <p>The records apply the same defaults as the API server. They do not have all of its constraints.
 */
@NullMarked
package dev.gatewaybackends.kubernetes.v1;

import org.jspecify.annotations.NullMarked;
