// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.gatewayapi.scalar.HeaderName;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * The header of a persistent session. Mirrors {@code SessionPersistence.header}; experimental channel only.
 *
 * @param name the name
 */
@ModelType
public record SessionHeader(@NotNull @HeaderName String name) {}
