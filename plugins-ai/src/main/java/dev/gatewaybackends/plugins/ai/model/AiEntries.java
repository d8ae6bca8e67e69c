// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.ai.model;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.ai.settings.AiReasons;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the three spellings of {@code spec.ai} into one list of entries. */
public final class AiEntries {
    private static final String LLM = "llm";
    private static final String MULTIPOOL = "multipool";
    private static final String PRIORITY_GROUPS = "priorityGroups";

    private final Problems problems;
    private final List<AiEntry> entries = new ArrayList<>();
    private boolean legacy;

    /** Takes what is wrong with a spelling. */
    @FunctionalInterface
    public interface Problems {
        /** Passes over everything. */
        Problems IGNORED = (path, reason, message) -> {};

        void error(FieldPath path, Reason reason, String message);
    }

    private AiEntries(Problems problems) {
        this.problems = problems;
    }

    /** Returns the entries of a valid source, the ones with the highest priority first. */
    public static List<AiEntry> of(AiBackend source, FieldPath path) {
        return read(source, path, Problems.IGNORED).entries();
    }

    /** Reads a source; what is no entry is reported and left out. */
    public static AiEntries read(AiBackend source, FieldPath path, Problems problems) {
        AiEntries all = new AiEntries(problems);
        all.add(source, path);
        return all;
    }

    public List<AiEntry> entries() {
        return entries;
    }

    /** Returns whether any part is spelled as in kgateway 2.0. */
    public boolean isLegacy() {
        return legacy;
    }

    private void add(AiBackend source, FieldPath path) {
        List<String> set = new ArrayList<>();
        addIfSet(source.llm(), LLM, set);
        addIfSet(source.multipool(), MULTIPOOL, set);
        addIfSet(source.priorityGroups(), PRIORITY_GROUPS, set);
        if (set.size() != 1) {
            problems.error(
                    path,
                    set.contains(MULTIPOOL) && set.contains(PRIORITY_GROUPS)
                            ? AiReasons.SPELLINGS_MIXED
                            : Reason.INVALID,
                    "exactly one of llm, priorityGroups and multipool must be set, found "
                            + (set.isEmpty() ? "none" : String.join(" and ", set)));
            return;
        }
        if (source.llm() != null) {
            add(0, 0, source.llm(), path.field(LLM));
        } else if (source.multipool() != null) {
            legacy = true;
            List<Priority> priorities = source.multipool().priorities();
            for (int group = 0; group < priorities.size(); group++) {
                FieldPath pool =
                        path.field(MULTIPOOL).field("priorities").item(group).field("pool");
                List<LlmProvider> providers = notEmpty(priorities.get(group).pool(), pool);
                for (int i = 0; i < providers.size(); i++) {
                    add(group, i, providers.get(i), pool.item(i));
                }
            }
        } else if (source.priorityGroups() != null) {
            for (int group = 0; group < source.priorityGroups().size(); group++) {
                FieldPath item = path.field(PRIORITY_GROUPS).item(group).field("providers");
                List<NamedLlmProvider> providers =
                        notEmpty(source.priorityGroups().get(group).providers(), item);
                for (int i = 0; i < providers.size(); i++) {
                    NamedLlmProvider provider = providers.get(i);
                    current(group, i, provider, new EntryPath(item.item(i), false), provider.name());
                }
            }
        }
    }

    private static void addIfSet(@Nullable Object value, String name, List<String> set) {
        if (value != null) {
            set.add(name);
        }
    }

    private <T> List<T> notEmpty(@Nullable List<T> list, FieldPath path) {
        if (list == null || list.isEmpty()) {
            problems.error(path, Reason.REQUIRED, "the group has no provider (expected: at least one)");
            return List.of();
        }
        return list;
    }

    private void add(int group, int index, LlmProvider provider, FieldPath path) {
        boolean old = provider.provider() != null
                || provider.hostOverride() != null
                || provider.pathOverride() != null
                || provider.authHeaderOverride() != null;
        boolean current = !provider.configs().isEmpty()
                || provider.host() != null
                || provider.port() != null
                || provider.path() != null
                || provider.authHeader() != null;
        if (old && current) {
            problems.error(
                    path,
                    AiReasons.SPELLINGS_MIXED,
                    "it mixes the spelling of kgateway 2.0 (provider, hostOverride, pathOverride, authHeaderOverride) with "
                            + "that of 2.1 (expected: one of them)");
        } else if (old) {
            legacy = true;
            legacy(group, index, provider, new EntryPath(path, true));
        } else {
            current(group, index, provider, new EntryPath(path, false), null);
        }
    }

    private void legacy(int group, int index, LlmProvider provider, EntryPath place) {
        SupportedLlmProvider supported = provider.provider();
        LlmConfig config = one(
                supported == null ? List.of() : supported.configs(),
                place.root().field("provider"));
        HostOverride host = provider.hostOverride();
        PathOverride path = provider.pathOverride();
        if (config != null) {
            entries.add(new AiEntry(
                    group,
                    index,
                    place,
                    null,
                    config,
                    host == null ? null : host.host(),
                    host == null ? null : host.port(),
                    path == null ? null : either(path),
                    provider.authHeaderOverride(),
                    host != null && Boolean.TRUE.equals(host.insecureSkipVerify())));
        }
    }

    private void current(int group, int index, ProviderEntry provider, EntryPath place, @Nullable String name) {
        LlmConfig config = one(provider.configs(), place.root());
        if ((provider.host() == null) != (provider.port() == null)) {
            problems.error(place.root(), Reason.INVALID, AiRules.HostAndPort.MESSAGE);
        }
        PathOverride path = provider.path();
        if (config != null) {
            entries.add(new AiEntry(
                    group,
                    index,
                    place,
                    name,
                    config,
                    provider.host(),
                    provider.port(),
                    path == null ? null : either(path),
                    provider.authHeader(),
                    false));
        }
    }

    private static @Nullable String either(PathOverride path) {
        return path.full() == null ? path.fullPath() : path.full();
    }

    private @Nullable LlmConfig one(List<LlmConfig> configs, FieldPath path) {
        if (configs.size() == 1) {
            return configs.get(0);
        }
        problems.error(
                path,
                Reason.INVALID,
                AiRules.OneProvider.MESSAGE + ", found "
                        + (configs.isEmpty()
                                ? "none"
                                : String.join(
                                        " and ",
                                        configs.stream()
                                                .map(config -> config.provider().toString())
                                                .toList())));
        return null;
    }
}
