// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How much of a request's body is sent to an authorization service. Mirrors {@code ForwardBodyConfig}; experimental channel
 * only.
 *
 * @param maxSize the number of bytes; nothing is sent when 0
 */
@ModelType
public record ForwardBodyConfig(@Nullable @Min(0) Integer maxSize) {}
