// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** The Backend type {@code mcp} of kgateway 2.1: read and validated, never translated, because no Envoy serves it. */
@NullMarked
package dev.gatewaybackends.backend.mcp;

import org.jspecify.annotations.NullMarked;
