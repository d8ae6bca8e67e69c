// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.GuardedPlugin;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.envoyrules.EnvoyRules;
import dev.gatewaybackends.envoyrules.EnvoyVerdict;
import dev.gatewaybackends.envoyrules.RuleViolation;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.ResourceLookup;
import dev.gatewaybackends.spi.TranslationContext;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets the plugin of one Backend translate it and checks what it returns, so that a broken one costs only its Backend. */
final class PluginCaller {
    private final PluginRegistry plugins;
    private final TranslationSettings settings;
    private final EnvoyRules rules;

    PluginCaller(PluginRegistry plugins, TranslationSettings settings, EnvoyRules rules) {
        this.plugins = plugins;
        this.settings = settings;
        this.rules = rules;
    }

    /** Returns the union member that a Backend has. */
    String member(Backend backend) {
        BackendSource source = backend.spec().source();
        String member = source == null ? null : plugins.member(source);
        return member == null ? "" : member;
    }

    /**
     * What a plugin made of a Backend.
     *
     * @param translation a rejected one if anything was reported as an error
     * @param findings what it reported, without places
     */
    record Outcome(BackendTranslation translation, List<Diagnostic> findings) {}

    /** Lets the plugin of a valid Backend translate it. */
    Outcome translate(Backend backend, ResourceLookup lookup) {
        BackendSource source = Objects.requireNonNull(backend.spec().source(), "source");
        return translate(backend, source, lookup);
    }

    private <S extends BackendSource> Outcome translate(Backend backend, S source, ResourceLookup lookup) {
        TranslationContext context = TranslationContext.builder(backend.metadata())
                .settings(settings)
                .lookup(lookup)
                .path(FieldPath.of("spec").field(member(backend)))
                .build();
        BackendTranslation translation = null;
        if (plugins.find(source) instanceof BackendPlugin<S> plugin) {
            translation = new GuardedPlugin<>(plugin).call("translate", context.reporter(), () -> {
                BackendTranslation made = plugin.translate(source, context);
                check(plugin, made, context);
                return made;
            });
        } else {
            context.error(context.path(), Reason.UNSUPPORTED_BACKEND, "its plugin reads and validates it only");
        }
        Diagnostics found = context.diagnostics();
        if (translation == null) {
            translation = BackendTranslation.rejected();
        } else if (found.hasErrors()) {
            translation = BackendTranslation.rejected(translation.conditions());
        }
        return new Outcome(translation, found.all());
    }

    private void check(BackendPlugin<?> plugin, @Nullable BackendTranslation translation, TranslationContext context) {
        if (context.diagnostics().hasErrors()) {
            return;
        }
        Cluster cluster = translation == null ? null : translation.cluster();
        if (translation == null || cluster == null) {
            bug(plugin, "returned neither a cluster nor an error", context);
            return;
        }
        if (!cluster.getName().equals(context.clusterName())) {
            bug(
                    plugin,
                    "named its cluster " + cluster.getName() + " (expected: " + context.clusterName() + ")",
                    context);
        }
        report(rules.check(cluster), "", context);
        ClusterLoadAssignment assignment = translation.loadAssignment();
        if (assignment != null) {
            report(rules.check(assignment), "load assignment: ", context);
        }
        translation.secrets().forEach(secret -> report(rules.check(secret), "secret: ", context));
        for (Cluster extra : translation.requirements().proxy().extraClusters()) {
            report(rules.check(extra), "extra cluster " + extra.getName() + ": ", context);
        }
        for (Listener internal : translation.requirements().proxy().internalListeners()) {
            report(rules.check(internal), "internal listener " + internal.getName() + ": ", context);
        }
    }

    private static void bug(BackendPlugin<?> plugin, String what, TranslationContext context) {
        context.error(context.path(), Reason.INTERNAL, plugin.getClass().getName() + " " + what);
    }

    private static void report(EnvoyVerdict verdict, String what, TranslationContext context) {
        for (String type : verdict.uncheckedTypes()) {
            context.warning(
                    context.path(),
                    Reason.UNCHECKED_TYPE,
                    "whether Envoy accepts the " + type
                            + " in its cluster was not checked: the type is not known here");
        }
        for (RuleViolation violation : verdict.violations()) {
            context.error(
                    context.path(),
                    Reason.ENVOY_REJECTS,
                    "Envoy would refuse the cluster: " + what + violation.path() + ": " + violation.message());
        }
    }
}
