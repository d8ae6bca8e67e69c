// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The second stage: what the API server would say of each resource, and what a proxy could not use. */
@NullMarked
package dev.gatewaybackends.validate;

import org.jspecify.annotations.NullMarked;
