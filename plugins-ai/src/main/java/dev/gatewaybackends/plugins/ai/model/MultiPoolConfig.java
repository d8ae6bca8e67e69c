// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Groups of providers. Mirrors {@code spec.ai.multipool} of kgateway 2.0.
 *
 * @param priorities the groups, 1 to 20; the first one has the highest priority
 */
@ModelType
public record MultiPoolConfig(
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Priority> priorities) {
    /** Copies the groups; null stays null, which validation reports. */
    public MultiPoolConfig {
        priorities = Copies.requiredList(priorities);
    }
}
