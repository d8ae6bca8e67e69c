// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** {@code meta/v1}: the parts that all Kubernetes objects have in common. */
@NullMarked
package dev.gatewaybackends.kubernetes.meta.v1;

import org.jspecify.annotations.NullMarked;
