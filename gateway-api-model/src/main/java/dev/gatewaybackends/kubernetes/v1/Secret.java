// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.kubernetes.v1;

import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.model.Copies;
import dev.gatewaybackends.model.DefaultJson;
import dev.gatewaybackends.model.ModelType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Confidential values under keys. Mirrors {@code v1.Secret}.
 *
 * <p>{@link #toString()} shows the keys and no value. The accessors return the values: do not write these into messages.
 *
 * @param metadata the metadata
 * @param data the values in Base64, as written
 * @param stringData the values as plain text; they take precedence over {@code data}
 * @param type the purpose of the values; {@code Opaque} when null
 */
@ModelType
public record Secret(
        @NotNull @Valid ObjectMeta metadata,
        Map<String, String> data,
        Map<String, String> stringData,
        @DefaultJson("\"Opaque\"") String type)
        implements KubernetesResource {
    /** The API group, the core group. */
    public static final String GROUP = "";

    /** The kind. */
    public static final String KIND = "Secret";

    /** Copies the maps, null becomes empty, and applies the default. */
    public Secret {
        data = Copies.map(data);
        stringData = Copies.map(stringData);
        type = type == null ? "Opaque" : type;
    }

    @Override
    public String apiVersion() {
        return "v1";
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Returns a new copy of the decoded value of a key; null if there is no value, or if it is not Base64. */
    public byte @Nullable [] value(String key) {
        String text = stringData.get(key);
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return StandardBase64.decode(data.get(key));
    }

    /**
     * Returns namespace, name, type and keys. It leaves out the values, and the annotations because kubectl stores a copy of
     * the values in one.
     */
    @Override
    public String toString() {
        String name = metadata == null ? "?" : metadata.namespace() + "/" + metadata.name();
        return "Secret[" + name + ", type=" + type + ", data=" + data.keySet() + ", stringData=" + stringData.keySet()
                + "]";
    }
}
