// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a plugin may look at in every call that is about one Backend, and where it reports. Not thread-safe.
 *
 * <p>The module core extends it by what translation needs.
 */
public abstract class BackendContext {
    private static final FieldPath SPEC = FieldPath.of("spec");

    private final ObjectMeta metadata;
    private final TranslationSettings settings;
    private final List<Diagnostic> found = new ArrayList<>(0);
    private final Reporter reporter;

    /** Creates the context that a builder describes. */
    protected BackendContext(Builder<?> builder) {
        this.metadata = builder.metadata;
        this.settings = builder.settings;
        this.reporter =
                new Reporter(ResourceKey.of(Backend.GROUP, Backend.KIND, true, metadata), builder.path, found::add);
    }

    /** Returns the identity of the Backend. */
    public final ResourceKey resource() {
        return reporter.resource();
    }

    /** Returns the Backend's metadata. */
    public final ObjectMeta metadata() {
        return metadata;
    }

    /** Returns the Backend's namespace. */
    public final String namespace() {
        return resource().namespace();
    }

    /** Returns the settings of the translation. */
    public final TranslationSettings settings() {
        return settings;
    }

    /** Returns the path of the source, e.g. {@code spec.static}, from which the paths of findings start. */
    public final FieldPath path() {
        return reporter.root();
    }

    /** Returns where the findings go. */
    public final Reporter reporter() {
        return reporter;
    }

    /** Reports that the Backend cannot be translated: its cluster, endpoints and secrets are withheld together. */
    public final void error(FieldPath field, Reason reason, String message) {
        reporter.error(field, reason, message);
    }

    /** Reports something to look at that removes no output. */
    public final void warning(FieldPath field, Reason reason, String message) {
        reporter.warning(field, reason, message);
    }

    /** Reports something good to know. */
    public final void info(FieldPath field, Reason reason, String message) {
        reporter.info(field, reason, message);
    }

    /** Returns what has been reported so far. */
    public final Diagnostics diagnostics() {
        return Diagnostics.of(found);
    }

    /**
     * Builds a context, in a test of a plugin as well as in the engine. Not thread-safe.
     *
     * @param <B> the builder's own type
     */
    public abstract static class Builder<B extends Builder<B>> {
        private final ObjectMeta metadata;
        private TranslationSettings settings = TranslationSettings.SECURE;
        private FieldPath path = SPEC;

        /** Starts with the SECURE settings and the path {@code spec}. */
        protected Builder(ObjectMeta metadata) {
            this.metadata = Objects.requireNonNull(metadata, "metadata");
        }

        /** Returns this builder. */
        protected abstract B self();

        /** Sets the settings, the SECURE ones unless set. */
        public final B settings(TranslationSettings value) {
            settings = Objects.requireNonNull(value, "settings");
            return self();
        }

        /** Sets the path of the source, {@code spec} unless set. */
        public final B path(FieldPath value) {
            path = Objects.requireNonNull(value, "path");
            return self();
        }
    }
}
