// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The core group {@code v1}: the few Kubernetes types that are looked up, with only the fields that are used.
 *
 * <p>Their defaults are applied as the API server does; validating them in full is the API server's business.
 */
@NullMarked
package dev.gatewaybackends.kubernetes.v1;

import org.jspecify.annotations.NullMarked;
