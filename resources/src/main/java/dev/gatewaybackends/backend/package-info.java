// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The kgateway {@code Backend} and the types it can have. */
@NullMarked
package dev.gatewaybackends.backend;

import org.jspecify.annotations.NullMarked;
