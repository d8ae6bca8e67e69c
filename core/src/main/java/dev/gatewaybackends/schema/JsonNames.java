// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;

/** The JSON names of record components: the component's own name unless {@link JsonProperty} gives another. */
public final class JsonNames {
    private JsonNames() {}

    /** Returns the JSON name of a component. */
    public static String of(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }
}
