// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendStatus;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Guard;
import dev.gatewaybackends.diagnostics.RefusedResource;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.references.ResolvedResources;
import dev.gatewaybackends.references.ResolvedRoute;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.ResourceLookup;
import dev.gatewaybackends.validate.ValidResource;
import dev.gatewaybackends.validate.ValidResources;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One translation of one set of resources. Used once, by one thread. */
final class TranslationRun implements ResourceLookup {
    private final ResolvedResources resolved;
    private final ValidResources resources;
    private final PluginCaller caller;
    private final TranslationSettings settings;
    private final SortedMap<ResourceKey, TranslatedBackend> backends = new TreeMap<>();
    private final List<RouteTranslation> routes = new ArrayList<>();
    private final List<Diagnostic> found = new ArrayList<>();

    TranslationRun(ResolvedResources resolved, PluginCaller caller, TranslationSettings settings) {
        this.resolved = resolved;
        this.resources = resolved.resources();
        this.caller = caller;
        this.settings = settings;
    }

    /** Translates everything; what the stages before found comes first in the result. */
    TranslationResult translate(Diagnostics before) {
        found.addAll(before.all());
        found.addAll(resources.duplicates().all());
        reportUnappliedPolicies();
        translateBackends();
        translateRoutes();
        resolved.references()
                .forEach(resource -> found.addAll(resource.diagnostics().all()));
        found.addAll(resolved.mistakes().all());
        return new TranslationResult(backends, routes, resolved.references(), Diagnostics.of(found));
    }

    private void reportUnappliedPolicies() {
        for (ValidResource<KubernetesResource> resource : resources.all(KubernetesResource.class)) {
            if (UnappliedPolicies.concern(resource.resource())) {
                guarded(resource, "whether it is applied could not be told", reporter -> {
                    UnappliedPolicies.report(resource.resource(), reporter);
                    return Boolean.TRUE;
                });
            }
        }
    }

    private void translateBackends() {
        for (RefusedResource refused : resources.refused()) {
            if (refused.key().group().equals(Backend.GROUP)
                    && refused.key().kind().equals(Backend.KIND)) {
                List<Diagnostic> errors = new ArrayList<>(refused.errors());
                errors.addAll(refused.findings());
                add(refused.key(), refused.generation(), refused.member(), BackendTranslation.rejected(), errors);
            }
        }
        for (ValidResource<Backend> backend : resources.all(Backend.class)) {
            translate(backend);
        }
    }

    private void translate(ValidResource<Backend> backend) {
        Backend resource = backend.resource();
        List<Diagnostic> mistakes = new ArrayList<>(0);
        Reporter reporter = new Reporter(backend.key(), FieldPath.root(), mistakes::add);
        PluginCaller.Outcome outcome =
                Guard.call("it could not be translated", reporter, () -> caller.translate(resource, this));
        List<Diagnostic> located = backend.located(outcome == null ? mistakes : outcome.findings());
        found.addAll(located);
        add(
                backend.key(),
                resource.metadata().generation(),
                caller.member(resource),
                outcome == null ? BackendTranslation.rejected() : outcome.translation(),
                located.stream().filter(Diagnostic::isError).toList());
    }

    private void add(
            ResourceKey key,
            @Nullable Long generation,
            String member,
            BackendTranslation translation,
            List<Diagnostic> errors) {
        BackendStatus status = BackendStatuses.of(generation, translation.conditions(), errors, settings);
        backends.put(key, new TranslatedBackend(member, translation, status));
    }

    private void translateRoutes() {
        RouteTranslator translator = new RouteTranslator(backends, settings);
        for (ResolvedRoute route : resolved.routes()) {
            found.addAll(route.diagnostics().all());
            RouteTranslation translation = guarded(
                    route.resource(), "it could not be translated", reporter -> translator.translate(route, reporter));
            if (translation != null) {
                routes.add(translation);
            }
        }
    }

    private <T> @Nullable T guarded(ValidResource<?> resource, String failure, Function<Reporter, T> work) {
        Reporter reporter = new Reporter(
                resource.key(), FieldPath.root(), finding -> found.add(finding.at(resource.locate(finding.path()))));
        return Guard.call(failure, reporter, () -> work.apply(reporter));
    }

    @Override
    public @Nullable Secret secret(String namespace, String name) {
        return resources.find(new ResourceKey("", Secret.KIND, namespace, name), Secret.class);
    }

    @Override
    public @Nullable Backend backend(String namespace, String name) {
        return resources.find(new ResourceKey(Backend.GROUP, Backend.KIND, namespace, name), Backend.class);
    }

    @Override
    public @Nullable RefusedResource refused(ResourceKey key) {
        return resources.refused(key);
    }
}
