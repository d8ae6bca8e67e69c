// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * A namespace. Gateways select namespaces by their labels. Mirrors {@code v1.Namespace}.
 *
 * @param metadata the metadata
 */
@ModelType
public record Namespace(@NotNull @Valid ObjectMeta metadata) implements KubernetesResource {
    /** The API group, the core group. */
    public static final String GROUP = "";

    /** The kind. */
    public static final String KIND = "Namespace";

    @Override
    public String apiVersion() {
        return "v1";
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
