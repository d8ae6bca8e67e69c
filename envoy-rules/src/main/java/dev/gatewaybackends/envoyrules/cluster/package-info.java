// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Internal: the checks that Envoy makes when it builds a cluster and that no option in its protos states. Types in this
 * package may change in any release.
 */
@NullMarked
package dev.gatewaybackends.envoyrules.cluster;

import org.jspecify.annotations.NullMarked;
