// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.x.v1alpha1;

import dev.gatewaybackends.gatewayapi.v1.PolicyStatus;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Limits retries and sets session persistence for requests to the backends that it targets. Mirrors {@code
 * XBackendTrafficPolicy}.
 *
 * <p>The status is not validated, because the API server drops it when an object is created.
 *
 * @param apiVersion the version it was written in; {@code gateway.networking.x-k8s.io/v1alpha1} when null
 * @param metadata the metadata
 * @param spec the backends and their settings
 * @param status what controllers last said about it
 */
@ModelType
public record XBackendTrafficPolicy(
        String apiVersion,
        @NotNull @Valid ObjectMeta metadata,
        @NotNull @Valid XBackendTrafficPolicySpec spec,
        @Nullable PolicyStatus status)
        implements KubernetesResource {
    /** The API group. */
    public static final String GROUP = GatewayApiX.GROUP;

    /** The kind. */
    public static final String KIND = "XBackendTrafficPolicy";

    /** Applies the default. */
    public XBackendTrafficPolicy {
        apiVersion = apiVersion == null ? GatewayApiX.API_VERSION : apiVersion;
    }

    /** Returns a policy without status. */
    public static XBackendTrafficPolicy of(ObjectMeta metadata, XBackendTrafficPolicySpec spec) {
        return new XBackendTrafficPolicy(GatewayApiX.API_VERSION, metadata, spec, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
