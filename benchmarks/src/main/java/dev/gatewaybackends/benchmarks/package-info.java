// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks: each states a cost as a ratio to a baseline of the same run. */
@NullMarked
package dev.gatewaybackends.benchmarks;

import org.jspecify.annotations.NullMarked;
