// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.gatewayapi.scalar.GatewayDuration;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.model.NoFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and how often a request is retried. Mirrors {@code HTTPRouteRetry}; experimental channel only.
 *
 * @param codes the status codes after which a request is retried
 * @param attempts the greatest number of retries; the schema has no upper limit
 * @param backoff the least time between two attempts
 */
@ModelType
public record HttpRouteRetry(
        @NoFormat @UniqueBy List<@NotNull @Min(400) @Max(599) Integer> codes,
        @NoFormat @Nullable @Min(1) Long attempts,
        @Nullable @GatewayDuration String backoff) {

    /** Copies the list; null becomes empty. */
    public HttpRouteRetry {
        codes = Copies.list(codes);
    }
}
