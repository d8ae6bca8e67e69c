// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.constraints.Rule;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ExistsIn;
import dev.gatewaybackends.schema.KgatewayVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One LLM provider, or groups of them in the order in which they are tried. Mirrors {@code spec.ai}.
 *
 * <p>Exactly one of the components is set. {@code multipool}, and the parts of {@link LlmProvider} that are marked so, are
 * the spelling of kgateway 2.0; {@link #inCurrentSpelling()} turns it into that of 2.1.
 *
 * @param llm one provider
 * @param multipool groups of providers, as kgateway 2.0 spells them
 * @param priorityGroups groups of providers, 1 to 32; the first one has the highest priority
 */
@ModelType
@Rule(
        check = AiRules.LlmOrMultiPool.class,
        message = AiRules.LlmOrMultiPool.MESSAGE,
        groups = KgatewayVersion.Crd2_0.class)
@Rule(check = AiRules.LlmOrGroups.class, message = AiRules.LlmOrGroups.MESSAGE, groups = KgatewayVersion.Crd2_1.class)
public record AiBackend(
        @Valid @Nullable LlmProvider llm,

        @ExistsIn(to = KgatewayVersion.V2_0) @Valid @Nullable
        MultiPoolConfig multipool,

        @ExistsIn(from = KgatewayVersion.V2_1) @Size(min = 1, max = 32) @Nullable
        List<@NotNull @Valid PriorityGroup> priorityGroups)
        implements BackendSource {
    /** Copies the groups; null stays null, because an empty list is a mistake and an absent one is not. */
    public AiBackend {
        priorityGroups = Copies.nullableList(priorityGroups);
    }

    /** Returns one provider. */
    public static AiBackend of(LlmProvider llm) {
        return new AiBackend(llm, null, null);
    }

    /** Returns groups of providers, the one to be used first in front. */
    public static AiBackend ofGroups(PriorityGroup... groups) {
        return new AiBackend(null, null, List.of(groups));
    }

    /**
     * Returns the same providers in the spelling of kgateway 2.1; providers without a name get one, {@code g0-p0}.
     *
     * <p>Only for a source that is valid.
     */
    public AiBackend inCurrentSpelling() {
        return CurrentSpelling.of(this);
    }
}
