// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Says what Envoy would refuse, without an Envoy: {@link dev.gatewaybackends.envoyrules.EnvoyRules} is the entry.
 *
 * <p>The packages below this one are internal.
 */
@NullMarked
package dev.gatewaybackends.envoyrules;

import org.jspecify.annotations.NullMarked;
