// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Says what Envoy would refuse, without an Envoy: the rules its protos state, and checks it makes at start-up. */
@NullMarked
package dev.gatewaybackends.envoyrules;

import org.jspecify.annotations.NullMarked;
