// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Permits references from other namespaces to objects in the namespace of the grant. Mirrors {@code ReferenceGrant}.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.k8s.io/v1} when null
 * @param metadata the metadata
 * @param spec the permitted referrers and targets
 */
@ModelType
public record ReferenceGrant(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid ReferenceGrantSpec spec) implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApi.GROUP;

    /** The kind. */
    public static final String KIND = "ReferenceGrant";

    /** Applies the default. */
    public ReferenceGrant {
        apiVersion = apiVersion == null ? GatewayApi.API_VERSION : apiVersion;
    }

    /** Returns a grant. */
    public static ReferenceGrant of(ObjectMeta metadata, ReferenceGrantSpec spec) {
        return new ReferenceGrant(GatewayApi.API_VERSION, metadata, spec);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
