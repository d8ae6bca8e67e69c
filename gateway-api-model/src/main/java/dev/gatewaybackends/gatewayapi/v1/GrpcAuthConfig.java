// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The settings of an authorization service that is called over gRPC. Mirrors {@code GRPCAuthConfig}; experimental channel
 * only.
 *
 * @param allowedHeaders the request headers that are sent to it
 */
@ModelType
public record GrpcAuthConfig(@UniqueBy @Size(max = 64) List<@NotNull String> allowedHeaders) {

    /** Copies the list; null becomes empty. */
    public GrpcAuthConfig {
        allowedHeaders = Copies.list(allowedHeaders);
    }
}
