// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend type {@code ai}: LLM providers, with failover from one to the next. */
@NullMarked
package dev.gatewaybackends.plugins.ai;

import org.jspecify.annotations.NullMarked;
