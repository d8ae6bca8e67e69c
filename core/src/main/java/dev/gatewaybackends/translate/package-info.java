// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The last stage: every usable Backend through its plugin and the Envoy rules, every route to its clusters. */
@NullMarked
package dev.gatewaybackends.translate;

import org.jspecify.annotations.NullMarked;
