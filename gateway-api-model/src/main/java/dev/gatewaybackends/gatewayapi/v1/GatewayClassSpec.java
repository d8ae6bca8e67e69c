// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.Chars;
import dev.gatewaybackends.gatewayapi.scalar.GatewayController;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The controller of a {@link GatewayClass} and its parameters. Mirrors {@code GatewayClassSpec}.
 *
 * @param controllerName the controller; the API server refuses to change it, with the message {@code field is immutable}
 * @param parametersRef the resource of the controller that holds the parameters
 * @param description a description of the class for people
 */
@ModelType
public record GatewayClassSpec(
        @NotNull @GatewayController String controllerName,
        @Nullable @Valid ParametersReference parametersRef,
        @Nullable @Chars(max = 64) String description) {}
