// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.provider;

import org.jspecify.annotations.Nullable;

/**
 * The paths of requests to a provider, with their query, percent-encoded.
 *
 * @param usual the path
 * @param stream the path of requests whose answer is streamed, where it differs
 */
public record RequestPaths(String usual, @Nullable String stream) {}
