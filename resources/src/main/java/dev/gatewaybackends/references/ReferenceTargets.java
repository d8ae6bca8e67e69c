// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources that references can lead to, by identity. Immutable. */
public final class ReferenceTargets {
    private final Map<ResourceKey, KubernetesResource> resources = new LinkedHashMap<>();
    private final Set<ResourceKey> invalid;
    private final Set<ResourceKey> kinds = new HashSet<>();

    private ReferenceTargets(Iterable<? extends KubernetesResource> all, Collection<ResourceKey> invalid) {
        this.invalid = new HashSet<>(invalid);
        for (KubernetesResource resource : all) {
            ResourceKey key = ResourceKey.of(resource);
            resources.putIfAbsent(key, resource);
            kinds.add(kindOf(key));
        }
    }

    /** Returns these resources, which are valid; of two with one identity the first. */
    public static ReferenceTargets of(Iterable<? extends KubernetesResource> resources) {
        return of(resources, List.of());
    }

    /**
     * Returns these resources; of two with one identity the first.
     *
     * @param invalid those that have errors: they exist, but what they say does not count
     */
    public static ReferenceTargets of(
            Iterable<? extends KubernetesResource> resources, Collection<ResourceKey> invalid) {
        return new ReferenceTargets(resources, invalid);
    }

    /** Returns the resource of this identity and type; null if there is none. */
    public <R extends KubernetesResource> @Nullable R find(ResourceKey key, Class<R> type) {
        KubernetesResource resource = resources.get(key);
        return type.isInstance(resource) ? type.cast(resource) : null;
    }

    /** Returns the valid resource of this identity and type; null if there is none. */
    <R extends KubernetesResource> @Nullable R findValid(ResourceKey key, Class<R> type) {
        return invalid.contains(key) ? null : find(key, type);
    }

    /** Returns the valid resources of a type, in document order. */
    <R extends KubernetesResource> List<R> allValid(Class<R> type) {
        return resources.entrySet().stream()
                .filter(entry -> type.isInstance(entry.getValue()) && !invalid.contains(entry.getKey()))
                .map(entry -> type.cast(entry.getValue()))
                .toList();
    }

    /** Returns whether any resource of the same kind and namespace is there: if none is, nobody gave them to us. */
    boolean knowsKindOf(ResourceKey key) {
        return kinds.contains(kindOf(key));
    }

    private static ResourceKey kindOf(ResourceKey key) {
        return new ResourceKey(key.group(), key.kind(), key.namespace(), "");
    }
}
