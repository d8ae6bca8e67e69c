// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.translate;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.envoyrules.EnvoyDescriptors;
import dev.gatewaybackends.envoyrules.EnvoyRules;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.references.AppProtocols;
import dev.gatewaybackends.references.ReferenceResolver;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.validate.ResourceValidator;
import dev.gatewaybackends.validate.ValidationResult;
import jakarta.validation.Validator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Translates Backends into Envoy clusters, and routes into what they need of Envoy. Immutable and thread-safe.
 *
 * <p>Resources are validated first. Bad input never throws: a Backend with an error yields no cluster, no load assignment
 * and no secret, and every other Backend's output is the same as without it. The same input gives the same output in every
 * process.
 */
public final class BackendTranslator {
    private final TranslationSettings settings;
    private final ResourceValidator validator;
    private final ReferenceResolver resolver;
    private final PluginCaller caller;

    private BackendTranslator(Builder builder, PluginRegistry plugins) {
        this.settings = builder.settings;
        ResourceValidator.Builder validation =
                ResourceValidator.builder().plugins(plugins).settings(settings);
        if (builder.constraints != null) {
            validation.constraints(builder.constraints);
        }
        this.validator = validation.build();
        this.resolver = ReferenceResolver.builder()
                .plugins(plugins)
                .settings(settings)
                .appProtocols(builder.appProtocols)
                .build();
        this.caller = new PluginCaller(
                plugins,
                settings,
                EnvoyRules.of(builder.descriptors == null ? EnvoyDescriptors.create() : builder.descriptors));
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
        Objects.requireNonNull(resources, "resources");
        ValidationResult validation = validator.validate(resources);
        return new TranslationRun(resolver.resolve(validation), caller, settings)
                .translate(resources.diagnostics().and(validation.diagnostics()));
    }

    /** Builds a {@link BackendTranslator}. Not thread-safe. */
    public static final class Builder {
        private @Nullable PluginRegistry plugins;
        private TranslationSettings settings = TranslationSettings.SECURE;
        private @Nullable Validator constraints;
        private AppProtocols appProtocols = AppProtocols.KUBERNETES;
        private @Nullable EnvoyDescriptors descriptors;

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

        /**
         * Sets the types that the output is checked by; by default those of the Envoy jar. A plugin whose clusters hold
         * messages of its own adds their descriptors, or an {@code UncheckedType} warning says that nothing checked them.
         */
        public Builder descriptors(EnvoyDescriptors value) {
            descriptors = Objects.requireNonNull(value, "descriptors");
            return this;
        }

        /** Returns the translator. */
        public BackendTranslator build() {
            return new BackendTranslator(this, plugins == null ? PluginRegistry.discover() : plugins);
        }
    }
}
