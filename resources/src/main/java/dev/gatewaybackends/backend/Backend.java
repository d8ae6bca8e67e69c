// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import dev.gatewaybackends.schema.ResourceKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A destination for traffic that is not a Kubernetes Service. Mirrors kgateway's {@code Backend}
 * ({@code gateway.kgateway.dev/v1alpha1}).
 *
 * <p>A Backend is destination only: what changes how it is reached is another resource that targets it.
 *
 * @param metadata the metadata
 * @param spec what the Backend points at
 * @param status what a control plane last said about it
 */
@ModelType
public record Backend(
        @NotNull ObjectMeta metadata,
        @NotNull @Valid BackendSpec spec,
        @Nullable BackendStatus status) implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = "gateway.kgateway.dev";
    /** The kind. */
    public static final String KIND = "Backend";
    /** The kind as the reader knows it. */
    public static final ResourceKind<Backend> RESOURCE_KIND =
            ResourceKind.namespaced(GROUP, KIND, Backend.class, "v1alpha1");

    /** Returns a Backend without status. */
    public static Backend of(ObjectMeta metadata, BackendSource source) {
        return new Backend(metadata, new BackendSpec(null, source), null);
    }

    @Override
    public String apiVersion() {
        return GROUP + "/v1alpha1";
    }

    @Override
    public String kind() {
        return KIND;
    }
}
