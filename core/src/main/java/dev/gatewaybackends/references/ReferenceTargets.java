// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.references;

import dev.gatewaybackends.diagnostics.ResourceKey;
import dev.gatewaybackends.model.KubernetesResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources that references can lead to, by identity. Immutable. */
public final class ReferenceTargets {
    private final Map<ResourceKey, KubernetesResource> resources = new HashMap<>();

    private final Set<ResourceKey> kinds = new HashSet<>();

    private ReferenceTargets(Iterable<? extends KubernetesResource> all) {
        for (KubernetesResource resource : all) {
            ResourceKey key = ResourceKey.of(resource);
            resources.putIfAbsent(key, resource);
            kinds.add(kindOf(key));
        }
    }

    /** Returns these resources; of two with one identity the first. */
    public static ReferenceTargets of(Iterable<? extends KubernetesResource> resources) {
        return new ReferenceTargets(resources);
    }

    /** Returns the resource of this identity and type; null if there is none. */
    public <R extends KubernetesResource> @Nullable R find(ResourceKey key, Class<R> type) {
        KubernetesResource resource = resources.get(key);
        return type.isInstance(resource) ? type.cast(resource) : null;
    }

    /** Returns whether any resource of the same kind and namespace is there: if none is, nobody gave them to us. */
    boolean knowsKindOf(ResourceKey key) {
        return kinds.contains(kindOf(key));
    }

    private static ResourceKey kindOf(ResourceKey key) {
        return new ResourceKey(key.group(), key.kind(), key.namespace(), "");
    }
}
