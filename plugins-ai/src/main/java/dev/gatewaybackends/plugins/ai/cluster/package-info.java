// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The cluster of a Backend, in the shapes that the settings choose. Internal: no promise of compatibility.
 */
@NullMarked
package dev.gatewaybackends.plugins.ai.cluster;

import org.jspecify.annotations.NullMarked;
