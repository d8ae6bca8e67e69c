// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions for a call; all of them must hold. Mirrors {@code GRPCRouteMatch}.
 *
 * @param method the service and the method; any when null
 * @param headers the conditions for headers
 */
@ModelType
public record GrpcRouteMatch(
        @Nullable @Valid GrpcMethodMatch method,
        @UniqueBy("name") @Size(max = 16) List<@NotNull @Valid GrpcHeaderMatch> headers) {

    /** Copies the list; null becomes empty. */
    public GrpcRouteMatch {
        headers = Copies.list(headers);
    }

    /** Returns conditions for the service and the method only. */
    public static GrpcRouteMatch of(GrpcMethodMatch method) {
        return new GrpcRouteMatch(method, List.of());
    }
}
