// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** What a plugin for a Backend type implements and what it is given. */
@NullMarked
package dev.gatewaybackends.spi;

import org.jspecify.annotations.NullMarked;
