// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Every problem the library finds, as data: where it is, what it is and how bad it is. */
@NullMarked
package dev.gatewaybackends.diagnostics;

import org.jspecify.annotations.NullMarked;
