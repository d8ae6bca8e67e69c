// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend types {@code static}, a fixed list of hosts, and {@code priorityGroups}, lists of such Backends by priority. */
@NullMarked
package dev.gatewaybackends.plugins.statics;

import org.jspecify.annotations.NullMarked;
