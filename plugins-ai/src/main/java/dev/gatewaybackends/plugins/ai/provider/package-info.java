// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What each LLM provider is: host, paths, credential, body and checks. Internal: no promise of compatibility.
 */
@NullMarked
package dev.gatewaybackends.plugins.ai.provider;

import org.jspecify.annotations.NullMarked;
