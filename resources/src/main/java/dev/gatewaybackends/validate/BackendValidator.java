// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.GuardedPlugin;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Quotes;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.schema.BackendUnion;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of {@code Backend.spec} that belong to the union rather than to one of its members. */
final class BackendValidator {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath TYPE = SPEC.field("type");
    private static final String ISTIO_ANNOTATION = "kgateway.dev/disable-istio-auto-mtls";
    private static final Set<String> GO_BOOLEANS =
            Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

    private final ValidationProfile profile;
    private final PluginRegistry plugins;
    private final TranslationSettings settings;
    private final List<String> members;
    private final Map<String, String> memberOfType = new HashMap<>();

    BackendValidator(ValidationProfile profile, PluginRegistry plugins, TranslationSettings settings) {
        this.profile = profile;
        this.plugins = plugins;
        this.settings = settings;
        this.members = members(profile.version(), plugins);
        members.forEach(member -> memberOfType.putIfAbsent(BackendUnion.type(member), member));
    }

    /** Returns whether the schema does not insist on something that all others do: the one of 2.1 accepts no {@code spec}. */
    boolean leavesOut(KubernetesResource resource, FieldPath path) {
        return resource instanceof Backend && path.equals(SPEC) && profile.version() == KgatewayVersion.V2_1;
    }

    /**
     * What the API server says about the union itself.
     *
     * @param errors schema errors
     * @param rules violated CEL rules
     */
    record UnionVerdict(List<Diagnostic> errors, List<Diagnostic> rules) {
        private static final UnionVerdict NOTHING = new UnionVerdict(List.of(), List.of());
    }

    /** Returns what the API server says about the union of a Backend; nothing for any other resource. */
    UnionVerdict checkUnion(ResourceEntry entry) {
        if (!(entry.resource() instanceof Backend backend) || backend.spec() == null) {
            return UnionVerdict.NOTHING;
        }
        List<Diagnostic> errors = new ArrayList<>(0);
        List<Diagnostic> rules = new ArrayList<>(0);
        BackendSpec spec = backend.spec();
        KgatewayVersion version = profile.version();
        List<String> set = membersOf(spec.source());
        if (set.size() != 1 && version != KgatewayVersion.V2_0) {
            rules.add(ConstraintMessages.rule(
                    entry.key(),
                    SPEC,
                    "exactly one of the fields in " + list(members) + " must be set"
                            + (set.isEmpty() || version != null ? "" : ", found " + String.join(" and ", set))));
        }
        String type = spec.type();
        if (type != null) {
            UnionVerdict ofType = checkType(entry, type, set);
            errors.addAll(ofType.errors());
            rules.addAll(ofType.rules());
        } else if (version != null && !version.isAtLeast(KgatewayVersion.V2_2)) {
            errors.add(ConstraintMessages.error(entry.key(), TYPE, Reason.REQUIRED, "Required value"));
        } else if (version != null && !version.isAtLeast(KgatewayVersion.V2_4)) {
            // Their rules read the optional field without asking for it.
            rules.add(ConstraintMessages.rule(
                    entry.key(), SPEC, "no such key: type evaluating rule: " + mustBeSpecified(members.get(0))));
        }
        return new UnionVerdict(errors, rules);
    }

    private UnionVerdict checkType(ResourceEntry entry, String type, List<String> set) {
        String selected = memberOfType.get(type);
        if (selected == null) {
            Diagnostic unsupported = ConstraintMessages.unsupported(
                    entry.key(),
                    TYPE,
                    type,
                    members.stream().map(BackendUnion::type).sorted().toList());
            return new UnionVerdict(List.of(unsupported), List.of());
        }
        List<Diagnostic> rules = new ArrayList<>(0);
        if (!set.contains(selected)) {
            rules.add(ConstraintMessages.rule(entry.key(), SPEC, mustBeSpecified(selected)));
        }
        if (profile.version() == KgatewayVersion.V2_0) {
            for (String member : set) {
                if (!member.equals(selected)) {
                    rules.add(ConstraintMessages.rule(
                            entry.key(), SPEC, member + " backend must be nil if the type is not '" + member + "'"));
                }
            }
        }
        return new UnionVerdict(List.of(), rules);
    }

    private String mustBeSpecified(String member) {
        String type = profile.version() == KgatewayVersion.V2_0 ? member : BackendUnion.type(member);
        return member + " backend must be specified when type is '" + type + "'";
    }

    /** The members of the schema; those that only a third party's plugin knows count, too, where no version is asked for. */
    private static List<String> members(@Nullable KgatewayVersion version, PluginRegistry plugins) {
        if (version != null) {
            return BackendUnion.members(version);
        }
        List<String> members = new ArrayList<>(BackendUnion.allMembers());
        for (BackendDefinition<?> plugin : plugins.plugins()) {
            if (!members.contains(plugin.type().member())) {
                members.add(plugin.type().member());
            }
        }
        return List.copyOf(members);
    }

    private static String list(List<String> members) {
        return "[" + String.join(" ", members) + "]";
    }

    private List<String> membersOf(@Nullable BackendSource source) {
        if (source == null) {
            return List.of();
        }
        if (source instanceof AmbiguousBackend ambiguous) {
            return ambiguous.sources().stream().map(this::member).toList();
        }
        return List.of(member(source));
    }

    private String member(BackendSource source) {
        String member = plugins.member(source);
        return member == null ? source.getClass().getName() : member;
    }

    /** Returns the union member that a Backend has; null if it has none or several, or is no Backend. */
    @Nullable
    String memberOf(KubernetesResource resource) {
        BackendSource source = resource instanceof Backend backend && backend.spec() != null
                ? backend.spec().source()
                : null;
        return source == null ? null : plugins.member(source);
    }

    /** Returns what makes an accepted Backend unusable. */
    List<Diagnostic> findings(ResourceEntry entry) {
        if (!(entry.resource() instanceof Backend backend)) {
            return List.of();
        }
        if (backend.spec() == null) {
            return List.of(ConstraintMessages.error(entry.key(), SPEC, Reason.REQUIRED, "it points at nothing"));
        }
        BackendSource source = backend.spec().source();
        if (source == null) {
            return List.of();
        }
        ValidationContext context = ValidationContext.builder(backend.metadata())
                .settings(settings)
                .path(SPEC.field(member(source)))
                .build();
        if (entry.key().name().isEmpty()) {
            context.error(
                    FieldPath.of("metadata", "name"),
                    Reason.REQUIRED,
                    "it has no name yet: the API server makes one of generateName, and its cluster is named after it");
        }
        BackendDefinition<BackendSource> plugin = plugins.find(source);
        if (plugin == null) {
            context.error(context.path(), Reason.UNSUPPORTED_BACKEND, unsupported(member(source)));
        } else {
            new GuardedPlugin<>(plugin).validate(source, context);
        }
        String annotation = backend.metadata().annotations().get(ISTIO_ANNOTATION);
        if (annotation != null
                && settings.get(CoreSettings.CHECK_ISTIO_ANNOTATION)
                && !GO_BOOLEANS.contains(annotation)) {
            context.error(
                    FieldPath.of("metadata", "annotations", ISTIO_ANNOTATION),
                    Reason.INVALID,
                    "invalid annotation " + ISTIO_ANNOTATION + " value " + Quotes.quoted(annotation)
                            + ": strconv.ParseBool: parsing " + Quotes.quoted(annotation) + ": invalid syntax");
        }
        return context.diagnostics().all();
    }

    private String unsupported(String member) {
        String module = BackendUnion.module(member);
        List<String> known =
                plugins.plugins().stream().map(plugin -> plugin.type().member()).toList();
        return "no plugin for the Backend type \"" + member + "\" is registered (registered: " + known + ")"
                + (module == null ? "" : "; the module " + module + " brings it");
    }
}
