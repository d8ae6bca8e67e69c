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
 * Listeners that are added to a {@link Gateway}. Mirrors {@code ListenerSet}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.k8s.io/v1} when null
 * @param metadata the metadata
 * @param spec the listeners and the Gateway
 * @param status what the controller last said about it; conditions with status {@code Unknown} when null
 */
@ModelType
public record ListenerSet(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid ListenerSetSpec spec,

        @DefaultJson("{\"conditions\":" + PendingConditions.ACCEPTED_AND_PROGRAMMED_JSON + "}")
        ListenerSetStatus status)
        implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApi.GROUP;

    /** The kind. */
    public static final String KIND = "ListenerSet";

    /** Applies the defaults. */
    public ListenerSet {
        apiVersion = apiVersion == null ? GatewayApi.API_VERSION : apiVersion;
        status = status == null ? ListenerSetStatusBuilder.builder().build() : status;
    }

    /** Returns a set without a status of a controller. */
    public static ListenerSet of(ObjectMeta metadata, ListenerSetSpec spec) {
        return ListenerSetBuilder.builder().metadata(metadata).spec(spec).build();
    }

    @Override
    public String kind() {
        return KIND;
    }
}
