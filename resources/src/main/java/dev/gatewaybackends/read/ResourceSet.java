// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import dev.gatewaybackends.diagnostics.Diagnostics;
import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Resources in document order, with what reading reported. Immutable. */
public final class ResourceSet {
    private final List<ResourceEntry> entries;
    private final Diagnostics diagnostics;

    ResourceSet(List<ResourceEntry> entries, Diagnostics diagnostics) {
        this.entries = List.copyOf(entries);
        this.diagnostics = diagnostics;
    }

    /** Returns these resources. */
    public static ResourceSet of(KubernetesResource... resources) {
        return of(Arrays.asList(resources));
    }

    /** Returns these resources. */
    public static ResourceSet of(List<? extends KubernetesResource> resources) {
        List<ResourceEntry> entries = new ArrayList<>(resources.size());
        for (KubernetesResource resource : resources) {
            Objects.requireNonNull(resource, "resource");
            entries.add(new ResourceEntry(resource, ResourceKey.of(resource), List.of(), Map.of(), null));
        }
        return new ResourceSet(entries, Diagnostics.none());
    }

    /** Returns these resources and then those of another set. */
    public ResourceSet and(ResourceSet next) {
        List<ResourceEntry> both = new ArrayList<>(entries.size() + next.entries.size());
        both.addAll(entries);
        both.addAll(next.entries);
        return new ResourceSet(both, diagnostics.and(next.diagnostics));
    }

    /** Returns the resources with what reading found out about each. */
    public List<ResourceEntry> entries() {
        return entries;
    }

    /** Returns the resources of one type. */
    public <R extends KubernetesResource> List<R> all(Class<R> type) {
        return entries.stream()
                .map(ResourceEntry::resource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Returns what reading reported: what makes a document or a resource unusable, and what was passed over. */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
