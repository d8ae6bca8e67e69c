// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.PreciseHostname;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Changes the host or the path of a request before it is forwarded. Mirrors {@code HTTPURLRewriteFilter}.
 *
 * @param hostname the new host
 * @param path how the path is changed
 */
@ModelType
public record HttpUrlRewriteFilter(
        @Nullable @PreciseHostname String hostname,
        @Nullable @Valid HttpPathModifier path) {}
