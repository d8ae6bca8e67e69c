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
 * What controllers say about a policy. Mirrors {@code PolicyStatus}.
 *
 * @param ancestors one entry for each ancestor, usually a Gateway, and controller; null only before validation
 */
@ModelType
public record PolicyStatus(@NotNull @Size(max = 16) List<@NotNull @Valid PolicyAncestorStatus> ancestors) {

    /** Copies the list. */
    public PolicyStatus {
        ancestors = Copies.requiredList(ancestors);
    }
}
