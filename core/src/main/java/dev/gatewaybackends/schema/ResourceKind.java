// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import dev.gatewaybackends.model.KubernetesResource;
import java.util.List;
import java.util.Objects;

/**
 * A kind that the reader turns into a Java type.
 *
 * @param group the API group, empty for the core group
 * @param kind the kind as Kubernetes spells it
 * @param versions the versions that are read, the preferred one first
 * @param type the record class
 * @param namespaced whether its objects live in a namespace
 * @param <R> the record class
 */
public record ResourceKind<R extends KubernetesResource>(
        String group, String kind, List<String> versions, Class<R> type, boolean namespaced) {

    /** Requires every part and at least one version. */
    public ResourceKind {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(kind + " needs a version");
        }
    }

    /** Returns a namespaced kind. */
    public static <R extends KubernetesResource> ResourceKind<R> namespaced(
            String group, String kind, Class<R> type, String... versions) {
        return new ResourceKind<>(group, kind, List.of(versions), type, true);
    }

    /** Returns {@code group/version} for each version that is read. */
    public List<String> apiVersions() {
        return versions.stream()
                .map(version -> group.isEmpty() ? version : group + "/" + version)
                .toList();
    }
}
