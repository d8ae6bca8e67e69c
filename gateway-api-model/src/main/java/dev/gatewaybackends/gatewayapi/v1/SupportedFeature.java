// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;

/**
 * A feature of the Gateway API that a controller supports. Mirrors {@code SupportedFeature}.
 *
 * @param name the name of the feature
 */
@ModelType
public record SupportedFeature(@NotNull String name) {

    /** Returns a feature. */
    public static SupportedFeature of(String name) {
        return new SupportedFeature(name);
    }
}
