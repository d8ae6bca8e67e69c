// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/** Which kinds and fields exist, in which channel of the Gateway API and in which version of kgateway. */
@NullMarked
package dev.gatewaybackends.schema;

import org.jspecify.annotations.NullMarked;
