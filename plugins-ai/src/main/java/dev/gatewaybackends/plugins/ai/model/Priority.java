// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Providers that share the traffic. Mirrors {@code spec.ai.multipool.priorities[]} of kgateway 2.0.
 *
 * @param pool the providers, 1 to 20; the CRD lets it be absent, a semantic rule does not
 */
@ModelType
public record Priority(@Size(min = 1, max = 20) @Nullable List<@NotNull @Valid LlmProvider> pool) {
    /** Copies the providers. */
    public Priority {
        pool = Copies.nullableList(pool);
    }
}
