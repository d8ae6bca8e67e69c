// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Envoy messages and the results of translations as JSON: what {@code gwb} prints and what golden tests compare. */
@NullMarked
package dev.gatewaybackends.json;

import org.jspecify.annotations.NullMarked;
