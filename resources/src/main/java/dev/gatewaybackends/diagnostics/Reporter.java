// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * Collects findings about one resource.
 *
 * <p>Paths are whole paths within the resource; start from {@link #root()}. Not thread-safe.
 */
public final class Reporter {
    private final ResourceKey resource;
    private final FieldPath root;
    private final Consumer<Diagnostic> sink;

    /**
     * Creates a reporter.
     *
     * @param resource the resource that the findings are about
     * @param root the part of the resource at hand, e.g. {@code spec.static}
     * @param sink takes each finding
     */
    public Reporter(ResourceKey resource, FieldPath root, Consumer<Diagnostic> sink) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.root = Objects.requireNonNull(root, "root");
        this.sink = Objects.requireNonNull(sink, "sink");
    }

    /** Returns the resource. */
    public ResourceKey resource() {
        return resource;
    }

    /** Returns the path of the part of the resource at hand. */
    public FieldPath root() {
        return root;
    }

    /** Returns a reporter of the same resource and to the same place for another part of it. */
    public Reporter at(FieldPath part) {
        return new Reporter(resource, part, sink);
    }

    /** Reports that something is withheld. */
    public void error(FieldPath path, Reason reason, String message) {
        report(Severity.ERROR, path, reason, message);
    }

    /** Reports something to look at that removes no output. */
    public void warning(FieldPath path, Reason reason, String message) {
        report(Severity.WARNING, path, reason, message);
    }

    /** Reports something good to know. */
    public void info(FieldPath path, Reason reason, String message) {
        report(Severity.INFO, path, reason, message);
    }

    private void report(Severity severity, FieldPath path, Reason reason, String message) {
        sink.accept(new Diagnostic(severity, resource, path, reason, message, null));
    }
}
