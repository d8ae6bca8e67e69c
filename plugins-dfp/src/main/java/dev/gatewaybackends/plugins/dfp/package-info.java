// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend type {@code dynamicForwardProxy}: the host that each request names. */
@NullMarked
package dev.gatewaybackends.plugins.dfp;

import org.jspecify.annotations.NullMarked;
