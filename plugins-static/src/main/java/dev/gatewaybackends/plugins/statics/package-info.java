// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend type {@code static}: a fixed list of hosts. */
@NullMarked
package dev.gatewaybackends.plugins.statics;

import org.jspecify.annotations.NullMarked;
