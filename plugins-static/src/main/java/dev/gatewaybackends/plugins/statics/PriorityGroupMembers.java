// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the Backends in priority groups, and reports, in the wording of the profile, those that cannot be members. */
final class PriorityGroupMembers {
    private static final FieldPath MEMBER_SOURCE = FieldPath.of("spec", "static");

    private final TranslationContext context;
    private final boolean plain;

    PriorityGroupMembers(TranslationContext context) {
        this.context = context;
        this.plain = context.settings().get(CoreSettings.MESSAGE_STYLE) == MessageStyle.PLAIN;
    }

    /** Returns the path of a reference. */
    FieldPath path(int group, int index) {
        return context.path().item(group).field("backendRefs").item(index).field("name");
    }

    /** Returns the source of a member that can be used; if it cannot, reports why and returns null. */
    @Nullable
    StaticBackend find(String name, int group, int index) {
        FieldPath path = path(group, index);
        String subject = plain
                ? "Backend " + context.namespace() + "/" + name
                : "priority group " + group + ": backend \"" + name + "\"";
        Backend backend = context.backend(
                name,
                path,
                subject + (plain ? " not found" : " not found in namespace \"" + context.namespace() + "\""));
        if (backend == null) {
            return null;
        }
        if (backend.spec() == null || !(backend.spec().source() instanceof StaticBackend member)) {
            context.error(path, Reason.INVALID, subject + notStatic(name));
            return null;
        }
        List<String> problems = problems(backend, member);
        if (problems.isEmpty() && context.isRefused(name)) {
            problems = List.of("validation refused it");
        }
        problems.forEach(problem -> context.error(path, Reason.INVALID, subject + ": " + problem));
        return problems.isEmpty() ? member : null;
    }

    private String notStatic(String name) {
        if (!plain) {
            return " is not a static backend; only static backends are supported in priority groups";
        }
        return (name.equals(context.metadata().name()) ? " is this Backend itself" : " is not a static Backend")
                + " (expected: a Backend with spec.static)";
    }

    /** The lookup finds Backends that validation refused as well. */
    private List<String> problems(Backend backend, StaticBackend member) {
        if (!HostRules.areComplete(member.hosts())) {
            return List.of("its hosts are not valid");
        }
        List<String> problems = new ArrayList<>(0);
        Reporter reporter = new Reporter(
                new ResourceKey(Backend.GROUP, Backend.KIND, context.namespace(), ""), MEMBER_SOURCE, finding -> {
                    if (finding.isError()) {
                        problems.add(text(finding));
                    }
                });
        HostRules.check(member.hosts(), new ValidationContext(backend.metadata(), context.settings(), reporter));
        return problems;
    }

    private String text(Diagnostic finding) {
        return plain ? finding.path() + ": " + finding.message() : finding.message();
    }
}
