// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The parts of Envoy clusters that Backend types have in common, each with its constants in one place. */
@NullMarked
package dev.gatewaybackends.spi.envoy;

import org.jspecify.annotations.NullMarked;
