// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.diagnostics.Reporter;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.settings.TranslationSettings;
import java.util.Objects;

/** What a plugin may look at while it validates one Backend, and where it reports. Not thread-safe. */
public final class ValidationContext {
    private final ObjectMeta metadata;
    private final TranslationSettings settings;
    private final Reporter reporter;

    /**
     * Creates a context.
     *
     * @param metadata the Backend's metadata
     * @param settings the settings of the translation that follows
     * @param reporter takes the findings; its root is the path of the source, e.g. {@code spec.static}
     */
    public ValidationContext(ObjectMeta metadata, TranslationSettings settings, Reporter reporter) {
        this.metadata = Objects.requireNonNull(metadata, "metadata");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.reporter = Objects.requireNonNull(reporter, "reporter");
    }

    /** Returns the identity of the Backend. */
    public ResourceKey resource() {
        return reporter.resource();
    }

    /** Returns the Backend's metadata. */
    public ObjectMeta metadata() {
        return metadata;
    }

    /** Returns the settings of the translation that follows. */
    public TranslationSettings settings() {
        return settings;
    }

    /** Returns the path of the source, e.g. {@code spec.static}, from which the paths of findings start. */
    public FieldPath path() {
        return reporter.root();
    }

    /** Reports that the Backend cannot be translated. */
    public void error(FieldPath path, Reason reason, String message) {
        reporter.error(path, reason, message);
    }

    /** Reports something to look at. */
    public void warning(FieldPath path, Reason reason, String message) {
        reporter.warning(path, reason, message);
    }

    /** Reports something good to know. */
    public void info(FieldPath path, Reason reason, String message) {
        reporter.info(path, reason, message);
    }
}
