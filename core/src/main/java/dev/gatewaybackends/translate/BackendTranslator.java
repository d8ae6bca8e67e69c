// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.envoyrules.EnvoyRules;
import dev.gatewaybackends.gatewayapi.v1.ReferenceGrant;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.references.AppProtocols;
import dev.gatewaybackends.references.BackendRefResolver;
import dev.gatewaybackends.references.CertificateRefResolver;
import dev.gatewaybackends.references.ReferenceGrants;
import dev.gatewaybackends.references.ResolvedReferences;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ResourceVerdict;
import dev.gatewaybackends.validate.ValidationResult;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Translates Backends into Envoy clusters, and routes into what they need of Envoy. Immutable and thread-safe.
 *
 * <p>Resources are validated first. Bad input never throws: a Backend with an error yields no cluster, no load assignment
 * and no secret, and every other Backend's output is the same as without it. The same input gives the same output in every
 * process.
 */
public final class BackendTranslator {
    private final PluginRegistry plugins;
    private final TranslationSettings settings;
    private final ResourceValidator validator;
    private final PluginCaller caller;
    private final AppProtocols appProtocols;

    private BackendTranslator(Builder builder, PluginRegistry plugins) {
        this.plugins = plugins;
        this.settings = builder.settings;
        this.appProtocols = builder.appProtocols;
        ResourceValidator.Builder validation =
                ResourceValidator.builder().plugins(plugins).settings(settings);
        if (builder.constraints != null) {
            validation.constraints(builder.constraints);
        }
        this.validator = validation.build();
        this.caller = new PluginCaller(plugins, settings, EnvoyRules.create());
    }

    /** Returns a translator with the SECURE profile and the plugins on the class path. */
    public static BackendTranslator create() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Translates one Backend that refers to no other resource. */
    public TranslationResult translate(Backend backend) {
        return translate(ResourceSet.of(backend));
    }

    /** Translates all Backends and routes of a set. */
    public TranslationResult translate(ResourceSet resources) {
        ValidationResult validation = validator.validate(resources);
        Resources usable = new Resources(validation);
        List<Diagnostic> found = new ArrayList<>();
        SortedMap<ResourceKey, TranslatedBackend> backends = new TreeMap<>();
        for (ResourceVerdict verdict : usable.backends()) {
            translate(verdict, usable, backends, found);
        }
        List<ReferenceGrant> permitting = usable.usable(ReferenceGrant.class).stream()
                .map(entry -> (ReferenceGrant) entry.resource())
                .toList();
        ReferenceGrants grants = ReferenceGrants.of(permitting, settings);
        List<RouteTranslation> routes = routes(usable, grants, backends, found);
        List<ResolvedReferences> references = references(usable, grants, found);
        Diagnostics diagnostics = resources
                .diagnostics()
                .and(validation.diagnostics())
                .and(usable.duplicates())
                .and(UnappliedPolicies.of(validation))
                .and(Diagnostics.of(found));
        return new TranslationResult(backends, routes, references, diagnostics);
    }

    private void translate(
            ResourceVerdict verdict,
            Resources usable,
            SortedMap<ResourceKey, TranslatedBackend> backends,
            List<Diagnostic> found) {
        Backend backend = (Backend) verdict.entry().resource();
        ResourceKey key = verdict.entry().key();
        List<Diagnostic> errors = new ArrayList<>(0);
        addErrors(verdict.errors(), errors);
        addErrors(verdict.findings(), errors);
        addErrors(usable.duplicatesOf(key), errors);
        BackendTranslation translation = BackendTranslation.rejected();
        if (errors.isEmpty()) {
            List<Diagnostic> findings = new ArrayList<>(0);
            translation = caller.translate(backend, usable, findings);
            List<Diagnostic> located = verdict.entry().located(findings);
            found.addAll(located);
            addErrors(located, errors);
        }
        backends.put(
                key,
                new TranslatedBackend(
                        type(backend),
                        translation,
                        BackendStatuses.of(backend, translation.conditions(), errors, settings)));
    }

    private static void addErrors(List<Diagnostic> from, List<Diagnostic> to) {
        for (Diagnostic diagnostic : from) {
            if (diagnostic.isError()) {
                to.add(diagnostic);
            }
        }
    }

    private String type(Backend backend) {
        BackendSource source = backend.spec() == null ? null : backend.spec().source();
        String member = source == null ? null : plugins.member(source);
        return member == null ? "" : member;
    }

    private List<RouteTranslation> routes(
            Resources usable,
            ReferenceGrants grants,
            SortedMap<ResourceKey, TranslatedBackend> backends,
            List<Diagnostic> found) {
        List<ResourceEntry> entries = usable.usable(Route.class);
        if (entries.isEmpty()) {
            return List.of();
        }
        RouteTranslator translator = new RouteTranslator(
                BackendRefResolver.of(usable.targets(), grants, plugins, settings, appProtocols), backends, settings);
        List<RouteTranslation> routes = new ArrayList<>(entries.size());
        for (ResourceEntry entry : entries) {
            List<Diagnostic> findings = new ArrayList<>(0);
            routes.add(translator.translate((Route) entry.resource(), findings));
            found.addAll(entry.located(findings));
        }
        return routes;
    }

    private static List<ResolvedReferences> references(
            Resources usable, ReferenceGrants grants, List<Diagnostic> found) {
        CertificateRefResolver resolver = CertificateRefResolver.of(usable.targets(), grants);
        List<ResolvedReferences> references = new ArrayList<>();
        for (ResourceEntry entry : usable.usable(KubernetesResource.class)) {
            if (CertificateRefResolver.canRefer(entry.resource())) {
                ResolvedReferences resolved = resolver.resolve(entry.resource());
                found.addAll(entry.located(resolved.diagnostics()));
                references.add(resolved);
            }
        }
        return references;
    }

    /** Builds a {@link BackendTranslator}. Not thread-safe. */
    public static final class Builder {
        private @Nullable PluginRegistry plugins;
        private TranslationSettings settings = TranslationSettings.SECURE;
        private @Nullable Validator constraints;
        private AppProtocols appProtocols = AppProtocols.KUBERNETES;

        private Builder() {}

        /** Sets the plugins; by default those on the class path. */
        public Builder plugins(PluginRegistry value) {
            plugins = Objects.requireNonNull(value, "plugins");
            return this;
        }

        /** Sets the settings; by default the SECURE profile as it is. */
        public Builder settings(TranslationSettings value) {
            settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        /** Sets the Jakarta validator that checks the constraints on the records; by default a Hibernate Validator. */
        public Builder constraints(Validator value) {
            constraints = Objects.requireNonNull(value, "constraints");
            return this;
        }

        /** Sets which kinds of routes can speak what the ports of Services declare; by default those of Kubernetes. */
        public Builder appProtocols(AppProtocols value) {
            appProtocols = Objects.requireNonNull(value, "appProtocols");
            return this;
        }

        /** Returns the translator. */
        public BackendTranslator build() {
            return new BackendTranslator(this, plugins == null ? PluginRegistry.discover() : plugins);
        }
    }
}
