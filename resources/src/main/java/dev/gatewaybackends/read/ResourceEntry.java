// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.document.Positions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One resource of a {@link ResourceSet} with what reading found out about it. Immutable. */
public final class ResourceEntry {
    private final KubernetesResource resource;
    private final ResourceKey key;
    private final List<Diagnostic> problems;
    private final Map<FieldPath, WrittenNumber> written;
    private final @Nullable Origin origin;

    ResourceEntry(
            KubernetesResource resource,
            ResourceKey key,
            List<Diagnostic> problems,
            Map<FieldPath, WrittenNumber> written,
            @Nullable Origin origin) {
        this.resource = resource;
        this.key = key;
        this.problems = problems;
        this.written = written.isEmpty() ? Map.of() : Collections.unmodifiableMap(written);
        this.origin = origin;
    }

    /** Returns the resource. Parts that could not be read are null in it, see {@link #problems}. */
    public KubernetesResource resource() {
        return resource;
    }

    /** Returns its identity. */
    public ResourceKey key() {
        return key;
    }

    /** Returns what reading found wrong with it. */
    public List<Diagnostic> problems() {
        return problems;
    }

    /** Returns the numbers that the resource does not show as they were written, by their paths; few resources have one. */
    public Map<FieldPath, WrittenNumber> writtenNumbers() {
        return written;
    }

    /** Returns where a field stands, or the innermost object or list around it; null if it was not read from text. */
    public @Nullable SourceLocation locate(FieldPath path) {
        Positions positions = origin == null ? null : origin.positions();
        return positions == null ? null : positions.locate(path);
    }

    /** Returns findings about this resource with their places; as they are where it was not read from text. */
    public List<Diagnostic> located(List<Diagnostic> findings) {
        if (origin == null || findings.isEmpty()) {
            return findings;
        }
        return findings.stream()
                .map(finding -> finding.at(locate(finding.path())))
                .toList();
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
