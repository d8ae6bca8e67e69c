// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.gatewayapi.v1.PendingConditions;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A service mesh that one controller serves. Cluster-scoped. Mirrors {@code XMesh}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.x-k8s.io/v1alpha1} when null
 * @param metadata the metadata
 * @param spec the controller and its parameters
 * @param status what the controller last said about it; conditions with status {@code Unknown} when null
 */
@ModelType
public record XMesh(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid XMeshSpec spec,

        @DefaultJson("{\"conditions\":" + PendingConditions.ACCEPTED_JSON + "}")
        XMeshStatus status)
        implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApiX.GROUP;

    /** The kind. */
    public static final String KIND = "XMesh";

    /** Applies the defaults. */
    public XMesh {
        apiVersion = apiVersion == null ? GatewayApiX.API_VERSION : apiVersion;
        status = status == null
                ? XMeshStatusBuilder.builder()
                        .conditions(PendingConditions.ACCEPTED)
                        .build()
                : status;
    }

    /** Returns a mesh without a status of a controller. */
    public static XMesh of(ObjectMeta metadata, XMeshSpec spec) {
        return XMeshBuilder.builder().metadata(metadata).spec(spec).build();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean namespaced() {
        return false;
    }
}
