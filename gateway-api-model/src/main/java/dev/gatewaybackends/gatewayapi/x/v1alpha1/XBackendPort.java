// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.gatewayapi.scalar.PortNumber;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The port of an {@link XBackend}. Mirrors {@code BackendPort}.
 *
 * @param port the port
 * @param name the name, which policies may refer to
 */
@ModelType
public record XBackendPort(
        @NotNull @PortNumber Integer port,

        @Nullable
        @Chars(max = 63)
        @Rule(check = XBackendRules.PortName.class, message = "Name must be a valid DNS label")
        String name) {}
