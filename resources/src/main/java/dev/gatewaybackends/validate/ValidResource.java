// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.diagnostics.FieldPath;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.diagnostics.SourceLocation;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.read.ResourceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that validation let through: it meets its constraints, so that nothing its type requires is null.
 *
 * <p>Only {@link ValidResources} makes one, which is why references and translation take nothing else. Immutable.
 *
 * @param <R> the type of the resource
 */
public final class ValidResource<R extends KubernetesResource> {
    private final R resource;
    private final ResourceEntry entry;

    ValidResource(R resource, ResourceEntry entry) {
        this.resource = resource;
        this.entry = entry;
    }

    /** Returns the resource. */
    public R resource() {
        return resource;
    }

    /** Returns its identity. */
    public ResourceKey key() {
        return entry.key();
    }

    /** Returns where a field stands, or the innermost object or list around it; null if it was not read from text. */
    public @Nullable SourceLocation locate(FieldPath path) {
        return entry.locate(path);
    }

    /** Returns findings about this resource with their places; as they are where it was not read from text. */
    public List<Diagnostic> located(List<Diagnostic> findings) {
        return entry.located(findings);
    }

    @Override
    public String toString() {
        return entry.toString();
    }
}
