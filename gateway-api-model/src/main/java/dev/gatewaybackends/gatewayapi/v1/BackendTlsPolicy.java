// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Makes Gateways use TLS for connections to the backends that it targets. Mirrors {@code BackendTLSPolicy}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.k8s.io/v1} when null
 * @param metadata the metadata
 * @param spec the backends, and the verification of their certificates
 * @param status what controllers last said about it
 */
@ModelType
public record BackendTlsPolicy(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid BackendTlsPolicySpec spec,
        @Nullable PolicyStatus status)
        implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApi.GROUP;

    /** The kind. */
    public static final String KIND = "BackendTLSPolicy";

    /** Applies the default. */
    public BackendTlsPolicy {
        apiVersion = apiVersion == null ? GatewayApi.API_VERSION : apiVersion;
    }

    /** Returns a policy without status. */
    public static BackendTlsPolicy of(ObjectMeta metadata, BackendTlsPolicySpec spec) {
        return new BackendTlsPolicy(GatewayApi.API_VERSION, metadata, spec, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
