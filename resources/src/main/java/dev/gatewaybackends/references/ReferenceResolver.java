// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Guard;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.gatewayapi.v1.Route;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ValidResource;
import dev.gatewaybackends.validate.ValidResources;
import dev.gatewaybackends.validate.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the references of resources under the rules of ReferenceGrants: those of routes to backends, and those of
 * Gateways, ListenerSets, BackendTLSPolicies and XBackends to certificates. Immutable and thread-safe.
 *
 * <p>The third stage, between validation and translation. Only resources that validation let through refer to anything; what
 * it refused exists, and references to it are told so.
 */
public final class ReferenceResolver {
    private final PluginRegistry plugins;
    private final TranslationSettings settings;
    private final AppProtocols appProtocols;

    private ReferenceResolver(Builder builder, PluginRegistry plugins) {
        this.plugins = plugins;
        this.settings = builder.settings;
        this.appProtocols = builder.appProtocols;
    }

    /** Returns a resolver with the SECURE profile and the plugins on the class path. */
    public static ReferenceResolver create() {
        return builder().build();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Resolves every reference of every resource that validation let through. */
    public ResolvedResources resolve(ValidationResult validation) {
        ValidResources resources = ValidResources.of(Objects.requireNonNull(validation, "validation"));
        ReferenceGrants grants = ReferenceGrants.of(resources, settings);
        List<Diagnostic> mistakes = new ArrayList<>(0);
        List<ResolvedRoute> routes = new ArrayList<>();
        List<ValidResource<Route>> written = resources.all(Route.class);
        if (!written.isEmpty()) {
            BackendRefResolver resolver = BackendRefResolver.of(resources, grants, plugins, settings, appProtocols);
            for (ValidResource<Route> route : written) {
                add(routes, route, () -> resolver.resolve(route), mistakes);
            }
        }
        List<ResolvedReferences> references = new ArrayList<>();
        CertificateRefResolver resolver = CertificateRefResolver.of(resources, grants);
        for (ValidResource<KubernetesResource> resource : resources.all(KubernetesResource.class)) {
            if (CertificateRefResolver.canRefer(resource.resource())) {
                add(references, resource, () -> resolver.resolve(resource), mistakes);
            }
        }
        return new ResolvedResources(resources, routes, references, Diagnostics.of(mistakes));
    }

    private static <T> void add(
            List<T> resolved, ValidResource<?> resource, Supplier<T> work, List<Diagnostic> mistakes) {
        Reporter reporter = new Reporter(
                resource.key(), FieldPath.root(), finding -> mistakes.add(finding.at(resource.locate(finding.path()))));
        T result = Guard.call("its references could not be resolved", reporter, work);
        if (result != null) {
            resolved.add(result);
        }
    }

    /** Builds a {@link ReferenceResolver}. Not thread-safe. */
    public static final class Builder {
        private @Nullable PluginRegistry plugins;
        private TranslationSettings settings = TranslationSettings.SECURE;
        private AppProtocols appProtocols = AppProtocols.KUBERNETES;

        private Builder() {}

        /** Sets the plugins, which know the ports of their Backends; by default those on the class path. */
        public Builder plugins(PluginRegistry value) {
            plugins = Objects.requireNonNull(value, "plugins");
            return this;
        }

        /** Sets the settings; by default the SECURE profile as it is. */
        public Builder settings(TranslationSettings value) {
            settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        /** Sets which kinds of routes can speak what the ports of Services declare; by default those of Kubernetes. */
        public Builder appProtocols(AppProtocols value) {
            appProtocols = Objects.requireNonNull(value, "appProtocols");
            return this;
        }

        /** Returns the resolver. */
        public ReferenceResolver build() {
            return new ReferenceResolver(this, plugins == null ? PluginRegistry.discover() : plugins);
        }
    }
}
