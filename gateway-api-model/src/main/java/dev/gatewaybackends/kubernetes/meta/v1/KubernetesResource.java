// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.meta.v1;

/**
 * A Kubernetes object: its API version, its kind and its metadata.
 *
 * <p>Implementations are immutable records. {@link #apiVersion()} is the version the object was written in, so that it is
 * written back unchanged; {@link #kind()} is Kubernetes' spelling ({@code HTTPRoute}, not {@code HttpRoute}).
 */
public interface KubernetesResource {
    /** Returns {@code group/version}, or {@code version} alone for the core group. */
    String apiVersion();

    /** Returns the kind as Kubernetes spells it. */
    String kind();

    /** Returns the metadata. */
    ObjectMeta metadata();

    /** Returns the API group, the part of {@link #apiVersion()} before the slash; empty for the core group. */
    default String group() {
        int slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    /** Returns whether objects of the kind live in a namespace. */
    default boolean namespaced() {
        return true;
    }
}
