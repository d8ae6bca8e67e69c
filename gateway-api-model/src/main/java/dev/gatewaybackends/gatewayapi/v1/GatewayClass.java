// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A class of Gateways that one controller serves. Cluster-scoped. Mirrors {@code GatewayClass}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.k8s.io/v1} when null
 * @param metadata the metadata
 * @param spec the controller and its parameters
 * @param status what the controller last said about it; conditions with status {@code Unknown} when null
 */
@ModelType
public record GatewayClass(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid GatewayClassSpec spec,

        @DefaultJson("{\"conditions\":" + PendingConditions.ACCEPTED_JSON + "}")
        GatewayClassStatus status)
        implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApi.GROUP;

    /** The kind. */
    public static final String KIND = "GatewayClass";

    /** Applies the defaults. */
    public GatewayClass {
        apiVersion = apiVersion == null ? GatewayApi.API_VERSION : apiVersion;
        status = status == null ? GatewayClassStatusBuilder.builder().build() : status;
    }

    /** Returns a class without a status of a controller. */
    public static GatewayClass of(ObjectMeta metadata, GatewayClassSpec spec) {
        return GatewayClassBuilder.builder().metadata(metadata).spec(spec).build();
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
