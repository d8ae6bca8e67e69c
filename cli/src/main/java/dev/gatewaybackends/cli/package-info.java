// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The command {@code gwb}: translates and validates manifests. */
@NullMarked
package dev.gatewaybackends.cli;

import org.jspecify.annotations.NullMarked;
