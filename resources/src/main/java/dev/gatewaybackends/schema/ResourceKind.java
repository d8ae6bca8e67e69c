// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A kind that the reader turns into a Java type.
 *
 * @param group the API group, empty for the core group
 * @param kind the kind as Kubernetes spells it
 * @param versions the versions that are read, the preferred one first
 * @param type the record class
 * @param namespaced whether its objects live in a namespace
 * @param experimental those of the versions that only the experimental channel serves
 * @param <R> the record class
 */
public record ResourceKind<R extends KubernetesResource>(
        String group, String kind, List<String> versions, Class<R> type, boolean namespaced, Set<String> experimental) {

    /** Requires every part and at least one version. */
    public ResourceKind {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        versions = List.copyOf(versions);
        experimental = Set.copyOf(experimental);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(kind + " needs a version");
        }
    }

    /** Returns a namespaced kind. */
    public static <R extends KubernetesResource> ResourceKind<R> namespaced(
            String group, String kind, Class<R> type, String... versions) {
        return new ResourceKind<>(group, kind, List.of(versions), type, true, Set.of());
    }

    /** Returns a kind whose objects live in no namespace. */
    public static <R extends KubernetesResource> ResourceKind<R> clusterScoped(
            String group, String kind, Class<R> type, String... versions) {
        return new ResourceKind<>(group, kind, List.of(versions), type, false, Set.of());
    }

    /** Returns this kind, some of whose versions only the experimental channel serves. */
    public ResourceKind<R> withExperimental(String... served) {
        return new ResourceKind<>(group, kind, versions, type, namespaced, Set.of(served));
    }

    /** Returns {@code group/version} for each version that is served under a profile, the preferred one first. */
    public List<String> apiVersions(ValidationProfile profile) {
        return versions.stream()
                .filter(version -> profile.hasExperimental() || !experimental.contains(version))
                .map(version -> group.isEmpty() ? version : group + "/" + version)
                .toList();
    }
}
