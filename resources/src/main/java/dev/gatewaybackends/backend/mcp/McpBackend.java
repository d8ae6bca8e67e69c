// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend.mcp;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.constraints.UniqueBy;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Servers of the Model Context Protocol. Mirrors {@code spec.mcp}.
 *
 * @param targets the servers, 1 to 32, each with a name of its own
 */
@ModelType
public record McpBackend(
        @NotNull
        @Size(min = 1, max = 32)
        @UniqueBy("name")
        @Rule(check = McpRules.UniqueNames.class, message = McpRules.UniqueNames.MESSAGE)
        List<@NotNull @Valid McpTarget> targets)
        implements BackendSource {
    /** Copies the targets; null stays null, which validation reports. */
    public McpBackend {
        targets = Copies.requiredList(targets);
    }
}
