// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.backend.AmbiguousBackend;
import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendSpec;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
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

    /** Adds what the API server says about the union itself: schema errors and, apart, violated CEL rules. */
    void checkUnion(ResourceEntry entry, List<Diagnostic> errors, List<Diagnostic> rules) {
        if (!(entry.resource() instanceof Backend backend) || backend.spec() == null) {
            return;
        }
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
            checkType(entry, type, set, errors, rules);
        } else if (version != null && !version.isAtLeast(KgatewayVersion.V2_2)) {
            errors.add(ConstraintMessages.error(entry.key(), TYPE, Reason.REQUIRED, "Required value"));
        } else if (version != null && !version.isAtLeast(KgatewayVersion.V2_4)) {
            // Their rules read the optional field without asking for it.
            rules.add(ConstraintMessages.rule(
                    entry.key(), SPEC, "no such key: type evaluating rule: " + mustBeSpecified(members.get(0))));
        }
    }

    private void checkType(
            ResourceEntry entry, String type, List<String> set, List<Diagnostic> errors, List<Diagnostic> rules) {
        String selected = memberOfType.get(type);
        if (selected == null) {
            errors.add(ConstraintMessages.unsupported(
                    entry.key(),
                    TYPE,
                    type,
                    members.stream().map(BackendUnion::type).sorted().toList()));
            return;
        }
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

    /** Returns what makes an accepted Backend unusable. */
    List<Diagnostic> findings(ResourceEntry entry) {
        if (!(entry.resource() instanceof Backend backend)) {
            return List.of();
        }
        if (backend.spec() == null) {
            return List.of(ConstraintMessages.error(entry.key(), SPEC, Reason.REQUIRED, "it points at nothing"));
        }
        if (backend.spec().source() == null) {
            return List.of();
        }
        BackendSource source = backend.spec().source();
        List<Diagnostic> findings = new ArrayList<>(0);
        Reporter reporter = new Reporter(entry.key(), SPEC.field(member(source)), findings::add);
        BackendDefinition<?> definition = plugins.find(source);
        if (definition == null) {
            reporter.error(reporter.root(), Reason.UNSUPPORTED_BACKEND, unsupported(member(source)));
        } else {
            try {
                validate(definition, source, new ValidationContext(backend.metadata(), settings, reporter));
            } catch (RuntimeException | StackOverflowError e) {
                reporter.error(reporter.root(), Reason.INTERNAL, internal(definition, e));
            }
        }
        String annotation = backend.metadata().annotations().get(ISTIO_ANNOTATION);
        if (annotation != null
                && settings.get(CoreSettings.CHECK_ISTIO_ANNOTATION)
                && !GO_BOOLEANS.contains(annotation)) {
            reporter.error(
                    FieldPath.of("metadata", "annotations", ISTIO_ANNOTATION),
                    Reason.INVALID,
                    "invalid annotation " + ISTIO_ANNOTATION + " value \"" + annotation
                            + "\": strconv.ParseBool: parsing \"" + annotation + "\": invalid syntax");
        }
        return findings;
    }

    /** The text of an exception may hold anything, credentials included, so only its class is shown. */
    private static String internal(BackendDefinition<?> definition, Throwable e) {
        return definition.getClass().getName() + " failed to validate it: "
                + e.getClass().getName();
    }

    private String unsupported(String member) {
        String module = BackendUnion.module(member);
        List<String> known =
                plugins.plugins().stream().map(plugin -> plugin.type().member()).toList();
        return "no plugin for the Backend type \"" + member + "\" is registered (registered: " + known + ")"
                + (module == null ? "" : "; the module " + module + " brings it");
    }

    @SuppressWarnings("unchecked") // The definition was found by the class of the source.
    private static <S extends BackendSource> void validate(
            BackendDefinition<S> definition, BackendSource source, ValidationContext context) {
        definition.validate((S) source, context);
    }
}
