// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.diagnostics;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import java.util.Objects;

/**
 * The identity of a Kubernetes object: group, kind, namespace and name. The API version plays no part.
 *
 * <p>Ordered by group, kind, namespace, name.
 *
 * @param group the API group, empty for the core group
 * @param kind the kind as Kubernetes spells it
 * @param namespace the namespace, empty for cluster-scoped objects
 * @param name the name, empty where the object has none
 */
public record ResourceKey(String group, String kind, String namespace, String name) implements Comparable<ResourceKey> {
    /** The namespace of namespaced resources that name none. */
    public static final String DEFAULT_NAMESPACE = "default";

    /** Requires every part. */
    public ResourceKey {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Returns the key of a resource, however it was made: the one place that decides what identifies it.
     *
     * <p>A namespaced resource without a namespace, or with an empty one, is in the namespace {@code default}; a
     * cluster-scoped one is in none. A resource without a name has an empty one.
     */
    public static ResourceKey of(KubernetesResource resource) {
        return of(resource.group(), resource.kind(), resource.namespaced(), resource.metadata());
    }

    /** Returns the key of the resource of this kind with this metadata, see {@link #of(KubernetesResource)}. */
    public static ResourceKey of(String group, String kind, boolean namespaced, ObjectMeta metadata) {
        String namespace = metadata.namespace();
        String name = metadata.name();
        return new ResourceKey(
                group,
                kind,
                !namespaced ? "" : namespace == null || namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace,
                name == null ? "" : name);
    }

    @Override
    public int compareTo(ResourceKey other) {
        // Spelled out, because large sets are sorted by it.
        int order = group.compareTo(other.group);
        order = order != 0 ? order : kind.compareTo(other.kind);
        order = order != 0 ? order : namespace.compareTo(other.namespace);
        return order != 0 ? order : name.compareTo(other.name);
    }

    /** Returns {@code Kind namespace/name}, as diagnostics show it. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }
}
