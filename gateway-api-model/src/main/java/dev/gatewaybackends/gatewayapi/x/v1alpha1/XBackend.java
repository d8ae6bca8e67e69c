// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A destination outside the cluster, an experiment of the Gateway API. It is not a kgateway Backend. Mirrors {@code
 * XBackend}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.x-k8s.io/v1alpha1} when null
 * @param metadata the metadata
 * @param spec the destination
 * @param status what controllers last said about it
 */
@ModelType
public record XBackend(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid XBackendSpec spec,
        @Nullable XBackendStatus status)
        implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApiX.GROUP;

    /** The kind. */
    public static final String KIND = "XBackend";

    /** Applies the default. */
    public XBackend {
        apiVersion = apiVersion == null ? GatewayApiX.API_VERSION : apiVersion;
    }

    /** Returns a backend without status. */
    public static XBackend of(ObjectMeta metadata, XBackendSpec spec) {
        return new XBackend(GatewayApiX.API_VERSION, metadata, spec, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
