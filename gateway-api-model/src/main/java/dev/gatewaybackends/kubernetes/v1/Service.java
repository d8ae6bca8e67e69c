// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A name for a set of pods, or for a host outside the cluster. Mirrors {@code v1.Service}.
 *
 * @param metadata the metadata
 * @param spec how clients reach the Service
 */
@ModelType
public record Service(
        @NotNull @Valid ObjectMeta metadata, @NotNull @Valid ServiceSpec spec) implements KubernetesResource {
    /** The API group, the core group. */
    public static final String GROUP = "";

    /** The kind. */
    public static final String KIND = "Service";

    /** Returns a Service. */
    public static Service of(ObjectMeta metadata, ServiceSpec spec) {
        return new Service(metadata, spec);
    }

    @Override
    public String apiVersion() {
        return "v1";
    }

    @Override
    public String kind() {
        return KIND;
    }
}
