// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What controllers say about a {@link Route}. Mirrors {@code RouteStatus}, the only part of the statuses of all route kinds.
 *
 * @param parents one entry for each parent and controller; null only before validation
 */
@ModelType
public record RouteStatus(@NotNull @Size(max = 32) List<@NotNull @Valid RouteParentStatus> parents) {

    /** Copies the list. */
    public RouteStatus {
        parents = Copies.requiredList(parents);
    }
}
