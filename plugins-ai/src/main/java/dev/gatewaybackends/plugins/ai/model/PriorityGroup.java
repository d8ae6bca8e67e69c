// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Providers that share the traffic. Mirrors {@code spec.ai.priorityGroups[]}.
 *
 * @param providers the providers, 1 to 32; the CRD lets it be absent, a semantic rule does not
 */
@ModelType
public record PriorityGroup(
        @Size(min = 1, max = 32)
        @Rule(check = AiRules.UniqueNames.class, message = AiRules.UniqueNames.MESSAGE)
        @Nullable
        List<@NotNull @Valid NamedLlmProvider> providers) {
    /** What the CRD says of two providers with one name. */
    public static final String UNIQUE_NAMES = AiRules.UniqueNames.MESSAGE;

    /** Copies the providers. */
    public PriorityGroup {
        providers = Copies.nullableList(providers);
    }

    /** Returns a group. */
    public static PriorityGroup of(NamedLlmProvider... providers) {
        return new PriorityGroup(List.of(providers));
    }
}
