// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** What is written back to the status of Backends and routes: conditions, and how they meet those already there. */
@NullMarked
package dev.gatewaybackends.status;

import org.jspecify.annotations.NullMarked;
