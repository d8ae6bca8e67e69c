// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.diagnostics.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a Backend as kgateway 2.1 spells it. */
public final class CurrentSpelling {
    private CurrentSpelling() {}

    public static AiBackend of(AiBackend source) {
        List<AiEntry> entries = AiEntries.of(source, FieldPath.root());
        if (source.llm() != null && entries.size() == 1) {
            return AiBackend.of(provider(entries.get(0)));
        }
        List<PriorityGroup> groups = new ArrayList<>();
        List<NamedLlmProvider> providers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            AiEntry entry = entries.get(i);
            String name = entry.name() == null ? "g" + entry.group() + "-p" + entry.index() : entry.name();
            providers.add(NamedLlmProvider.of(name, provider(entry)));
            if (i + 1 == entries.size() || entries.get(i + 1).group() != entry.group()) {
                groups.add(new PriorityGroup(providers));
                providers.clear();
            }
        }
        return AiBackend.ofGroups(groups.toArray(PriorityGroup[]::new));
    }

    private static LlmProvider provider(AiEntry entry) {
        return LlmProviderBuilder.builder(LlmProvider.of(entry.config()))
                .host(entry.host())
                .port(entry.port())
                .path(path(entry.path()))
                .authHeader(entry.header())
                .build();
    }

    private static @Nullable PathOverride path(@Nullable String path) {
        return path == null ? null : PathOverride.of(path);
    }
}
