// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.RefusedResource;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.MessageStyle;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the Backends in priority groups, and reports, in the wording of the profile, those that cannot be members. */
final class PriorityGroupMembers {
    private static final FieldPath HOSTS = FieldPath.of("spec", "static", "hosts");

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
        RefusedResource refused = context.refused(name);
        if (refused != null) {
            problems(refused, name).forEach(problem -> context.error(path, Reason.INVALID, subject + problem));
            return null;
        }
        Backend backend = context.backend(
                name,
                path,
                subject + (plain ? " not found" : " not found in namespace \"" + context.namespace() + "\""));
        if (backend == null) {
            return null;
        }
        if (!(backend.spec().source() instanceof StaticBackend member)) {
            context.error(path, Reason.INVALID, subject + notStatic(name));
            return null;
        }
        return member;
    }

    private String notStatic(String name) {
        if (!plain) {
            return " is not a static backend; only static backends are supported in priority groups";
        }
        return (name.equals(context.metadata().name()) ? " is this Backend itself" : " is not a static Backend")
                + " (expected: a Backend with spec.static)";
    }

    private List<String> problems(RefusedResource refused, String name) {
        if (!refused.member().equals(StaticPlugin.TYPE.member())) {
            return List.of(notStatic(name));
        }
        if (refused.errors().stream().anyMatch(error -> error.path().startsWith(HOSTS))) {
            return List.of(": its hosts are not valid");
        }
        List<String> problems = refused.findings().stream()
                .filter(finding -> finding.path().startsWith(HOSTS))
                .map(finding -> ": " + text(finding))
                .toList();
        return problems.isEmpty() ? List.of(": validation refused it") : problems;
    }

    private String text(Diagnostic finding) {
        return plain ? finding.path() + ": " + finding.message() : finding.message();
    }
}
