// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Values under keys. Mirrors {@code v1.ConfigMap}.
 *
 * @param metadata the metadata
 * @param data the values that are text
 * @param binaryData the values that are not text, in Base64 as written
 */
@ModelType
public record ConfigMap(@NotNull @Valid ObjectMeta metadata, Map<String, String> data, Map<String, String> binaryData)
        implements KubernetesResource {
    /** The API group, the core group. */
    public static final String GROUP = "";

    /** The kind. */
    public static final String KIND = "ConfigMap";

    /** Copies the maps; null becomes empty. */
    public ConfigMap {
        data = Copies.map(data);
        binaryData = Copies.map(binaryData);
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
